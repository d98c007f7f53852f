using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// W = the sum, over examples and positions, of y times the x under the kernel; dx = y times dW, added where the kernel stood, dy = the convolution of x
/// with dW.
/// </summary>
/// <remarks>The adjoint of <see cref="Convolution"/> by its weights.</remarks>
internal readonly struct ConvolutionByWeight(KernelWindows windows) : IArrayRule
{
    private readonly KernelWindows windows = windows;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.KernelShape(x.Shape(1)[1], x.Shape(0)[1] / windows.Groups);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ConvolutionProduct.ByWeight(x[0], x[1], y, windows, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, new ConvolutionByInput(windows), pull.Input(1), pull.Adjoint); }
        if (pull.Wants(1)) { pull.Add(1, new Convolution(windows), pull.Input(0), pull.Adjoint); }
    }

    public override string ToString() => $"ConvolutionByWeight({windows})";
}
