namespace Autodiff.Ops;

/// <summary>y = ψ⁽ⁿ⁾(x), the derivative of order n of the digamma function; dy/dx = ψ⁽ⁿ⁺¹⁾(x).</summary>
internal readonly struct Polygamma(int order) : IUnaryRule
{
    private readonly int order = order;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Polygamma(order, x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Polygamma(order + 1, x);

    public override string ToString() => RuleName.With(nameof(Polygamma), order);
}
