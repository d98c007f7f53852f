using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = eˣ / Σ eˣ along an axis; dx = y (dy - Σ dy y).</summary>
/// <remarks>Relative to the greatest element (Blanchard, Higham and Higham 2021). NaN where all elements are -∞, or one is +∞.</remarks>
internal readonly struct Softmax(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Kernels.Softmax.Forward(x[0], axis, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new SoftmaxPull(axis), pull.Output, pull.Adjoint);
}
