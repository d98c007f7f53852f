using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = at each position of the kernel, the sum of x under it times the weights, plus the bias of the channel if there is one; dx = dy times the weights, added
/// where the kernel stood, dW = the sum of dy times the x under the kernel, db = the sum of dy over all axes but the channels.
/// </summary>
/// <remarks>
/// The kernel is not reversed. The map is linear in x and in W, so the two pulls are its adjoints by either, and each of the three rules has the
/// other two as its own pulls: the calculus is closed. The bias is part of the rule because that saves a pass over the result.
/// </remarks>
internal readonly struct Convolution(KernelWindows windows) : IArrayRule
{
    private readonly KernelWindows windows = windows;

    public static bool Reads(int input) => input < 2;

    // Variable.Convolve has compared the shapes when it made the windows.
    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.OutputShape(x.Shape(0)[0], x.Shape(1)[0]);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool hasBias = x.Count > 2;
        if (hasBias) { ChannelBias.Write(x[2], y, accumulate); }
        ConvolutionProduct.Forward(x[0], x[1], y, windows, accumulate || hasBias);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, new ConvolutionByInput(windows), pull.Adjoint, pull.Input(1)); }
        if (pull.Wants(1)) { pull.Add(1, new ConvolutionByWeight(windows), pull.Input(0), pull.Adjoint); }
        if (pull.Count > 2) { pull.Add(2, new Sum(ChannelBias.OtherAxes(pull.Adjoint.Rank), keepAxes: false), pull.Adjoint); }
    }

    public override string ToString() => $"Convolution({windows})";
}
