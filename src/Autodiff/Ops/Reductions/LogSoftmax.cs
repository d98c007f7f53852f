using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x - ln Σ eˣ along an axis; dx = dy - eʸ Σ dy.</summary>
/// <remarks>Relative to the greatest element (Blanchard, Higham and Higham 2021). NaN where all elements are -∞, or one is +∞.</remarks>
internal readonly struct LogSoftmax(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Kernels.Softmax.ForwardLog(x[0], axis, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new LogSoftmaxPull(axis), pull.Output, pull.Adjoint);
}
