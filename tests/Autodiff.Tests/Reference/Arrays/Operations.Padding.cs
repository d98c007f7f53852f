using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Frames: of one value, or of the elements themselves.</content>
internal static partial class Operations
{
    private static Variable<T>? Framed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "pad") { return null; }
        int[] flat = call.Settings.Integers("pad");
        (int Before, int After)[] pairs = [.. flat.Chunk(2).Reverse().Select(pair => (pair[0], pair[1]))];
        if (call.Settings.Text("mode") is not (null or "constant")) { return Pad(call.A, pairs, ModeOf(call.Settings.Text("mode")!)); }
        return call.MayCompose
            ? Constant(call.A, pairs, call.Settings.Number("value", 0))
            : Pad(call.A, pairs, call.Settings.Number("value", 0));
    }

    // A negative frame cuts off.
    private static Variable<T> Constant<T>(Variable<T> x, (int Before, int After)[] pairs, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < pairs.Length; k++)
        {
            int axis = x.Rank - pairs.Length + k, from = Math.Max(-pairs[k].Before, 0), cut = from + Math.Max(-pairs[k].After, 0);
            if (cut > 0) { x = Narrowed(x, axis, from, x.Shape[axis] - cut); }
        }

        return Pad(x, [.. pairs.Select(pair => (Math.Max(pair.Before, 0), Math.Max(pair.After, 0)))], value);
    }

    private static PaddingMode ModeOf(string mode) => mode switch
    {
        "reflect" => PaddingMode.Reflect,
        "replicate" => PaddingMode.Replicate,
        "circular" => PaddingMode.Circular,
        _ => throw new NotSupportedException(mode),
    };
}
