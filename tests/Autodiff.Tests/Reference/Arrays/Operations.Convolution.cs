using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Kernels that move over arrays.</content>
internal static partial class Operations
{
    private static Variable<T>? Convolved<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] stride = call.Settings.Integers("stride"), dilation = call.Settings.Integers("dilation");
        int groups = call.Settings.Integer("groups", 1);
        switch (call.Op)
        {
            case "conv1d" or "conv2d" or "conv3d":
                Padding padding = call.Settings.Text("padding") switch
                {
                    null => call.Settings.Integers("padding"),
                    "same" => Padding.Same,
                    "valid" => Padding.Valid,
                    string other => throw new NotSupportedException(other),
                };
                return Convolve(call.A, call.B, Third(call), stride, padding, dilation, groups);
            case "conv_transpose1d" or "conv_transpose2d" or "conv_transpose3d":
                int[] margin = call.Settings.Integers("padding"), outputPadding = call.Settings.Integers("output_padding");
                return ConvolveTransposed(call.A, call.B, Third(call), stride, margin, outputPadding, dilation, groups);
            case "bilinear":
                return Bilinear(call.A, call.B, call.X[2], call.X.Length > 3 ? call.X[3] : null);
            default:
                return null;
        }
    }

    private static Variable<T>? Third<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.X.Length > 2 ? call.X[2] : null;
}
