using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>yᵢ = bᵢ + aᵢ yᵢ₋₁ along an axis, or from the end, beginning with b₀, or with aᵢ₋₁ instead; dbᵢ = sᵢ = dyᵢ + aᵢ₊₁ sᵢ₊₁, daᵢ = sᵢ yᵢ₋₁.</summary>
/// <remarks>The derivatives run the other way along the axis and take the coefficient one step earlier or later: so the recurrence is its own pull.</remarks>
internal readonly struct LinearRecurrence(int axis, bool reversed, bool isDelayed) : IArrayRule
{
    private readonly int axis = axis;
    private readonly bool reversed = reversed;
    private readonly bool isDelayed = isDelayed;

    public static bool CanAdd => false;

    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Steps.Recur(x[0], x[1], axis, reversed, isDelayed, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LinearRecurrence back = new(axis, !reversed, !isDelayed);
        if (!pull.Wants(0))
        {
            pull.Add(1, back, pull.Input(0), pull.Adjoint);
            return;
        }
        Variable<T> s = ArrayOperation<LinearRecurrence, T>.Apply(back, pull.Input(0), pull.Adjoint);
        pull.Add(0, isDelayed
            ? Variable<T>.Propagate(ArrayOperation<Delay, T>.Apply(new(axis, !reversed), s), pull.Output)
            : Variable<T>.Propagate(s, ArrayOperation<Delay, T>.Apply(new(axis, reversed), pull.Output)));
        pull.Add(1, s);
    }
}
