using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>yᵢ = ln(e^x₀ + ... + e^xᵢ) along an axis; dxᵢ = sᵢ e^(xᵢ - yᵢ), sᵢ = dyᵢ + e^(yᵢ - yᵢ₊₁) sᵢ₊₁. Of -∞ only, yᵢ = -∞ and dxᵢ = 0.</summary>
/// <remarks>No exponential is of a positive number: nothing overflows, forward or backward.</remarks>
internal readonly struct LogCumulativeSumExp(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Scan.LogCumulativeSumExp(x[0], axis, reversed: false, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> y = pull.Output, next = ArrayOperation<Delay, T>.Apply(new(axis, reversed: true), y);
        Variable<T> decay = BinaryOperation<ExpDifference, T>.Apply(default, y, next);
        Variable<T> s = ArrayOperation<LinearRecurrence, T>.Apply(new(axis, reversed: true, isDelayed: false), decay, pull.Adjoint);
        pull.Add(0, Variable<T>.Propagate(s, BinaryOperation<ExpDifference, T>.Apply(default, pull.Input(0), y)));
    }
}
