using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>yᵢ = x₀ ... xᵢ along an axis, or from the end, with or without xᵢ; dxᵢ = eᵢ sᵢ, e the products without xᵢ, sᵢ = dyᵢ + xᵢ₊₁ sᵢ₊₁.</summary>
/// <remarks>Without xᵢ it is dxᵢ = yᵢ sᵢ₊₁ with sᵢ = dyᵢ + xᵢ sᵢ₊₁. Nothing is divided: exact where elements are 0.</remarks>
internal readonly struct CumulativeProduct(int axis, bool reversed, bool isExclusive) : IArrayRule
{
    private readonly int axis = axis;
    private readonly bool reversed = reversed;
    private readonly bool isExclusive = isExclusive;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Scan.CumulativeProduct(x[0], axis, reversed, y.Span);
        if (isExclusive) { Steps.Delay(y, axis, reversed, T.One); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> x = pull.Input(0);
        Variable<T> before = isExclusive ? pull.Output : ArrayOperation<CumulativeProduct, T>.Apply(new(axis, reversed, isExclusive: true), x);
        Variable<T> later = ArrayOperation<LinearRecurrence, T>.Apply(new(axis, !reversed, isDelayed: !isExclusive), x, pull.Adjoint);
        if (isExclusive) { later = ArrayOperation<Delay, T>.Apply(new(axis, !reversed), later); }
        pull.Add(0, Variable<T>.Propagate(later, before));
    }
}
