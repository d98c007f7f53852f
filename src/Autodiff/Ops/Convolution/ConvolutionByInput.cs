using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// x = each element of y times the weights, added at the kernel's position, plus the bias of the channel if there is one; dy = the convolution of
/// dx, dW = the sum of y times the dx under the kernel, db = the sum of dx over all axes but the channels.
/// </summary>
/// <remarks>The adjoint of <see cref="Convolution"/> by its input, also called transposed convolution.</remarks>
internal readonly struct ConvolutionByInput(KernelWindows windows) : IArrayRule
{
    private readonly KernelWindows windows = windows;

    public static bool Reads(int input) => input < 2;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.InputShape(x.Shape(0)[0], x.Shape(1)[1] * windows.Groups);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool hasBias = x.Count > 2;
        if (hasBias) { ChannelBias.Write(x[2], y, accumulate); }
        ConvolutionProduct.ByInput(x[0], x[1], y, windows, accumulate || hasBias);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, new Convolution(windows), pull.Adjoint, pull.Input(1)); }
        if (pull.Wants(1)) { pull.Add(1, new ConvolutionByWeight(windows), pull.Adjoint, pull.Input(0)); }
        if (pull.Count > 2) { pull.Add(2, new Sum(ChannelBias.OtherAxes(pull.Adjoint.Rank), keepAxes: false), pull.Adjoint); }
    }

    public override string ToString() => $"ConvolutionByInput({windows})";
}
