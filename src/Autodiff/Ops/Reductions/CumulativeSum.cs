using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>yᵢ = x₀ + ... + xᵢ along an axis, or from the end; dxᵢ = dyᵢ + dyᵢ₊₁ + ...</summary>
internal readonly struct CumulativeSum(int axis, bool reversed) : IArrayRule
{
    private readonly int axis = axis;
    private readonly bool reversed = reversed;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Scan.CumulativeSum(x[0], axis, reversed, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new CumulativeSum(axis, !reversed), pull.Adjoint);
}
