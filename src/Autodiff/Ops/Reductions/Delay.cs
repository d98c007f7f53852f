using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>yᵢ = xᵢ₋₁ along an axis, beginning with 0, or from the end; dxᵢ = dyᵢ₊₁.</summary>
internal readonly struct Delay(int axis, bool reversed) : IArrayRule
{
    private readonly int axis = axis;
    private readonly bool reversed = reversed;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StridedCopy.Copy(x[0], y, accumulate: false);
        Steps.Delay(y, axis, reversed, T.Zero);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Delay(axis, !reversed), pull.Adjoint);
}
