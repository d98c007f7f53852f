namespace Autodiff.Ops;

/// <summary>y = x t, t = tanh(ln(1 + eˣ)); dy/dx = t + x (1 - t²) σ(x).</summary>
/// <remarks>Misra 2020.</remarks>
internal readonly struct Mish : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.ZeroWhereZero(Gate(x), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R gate = Gate(x);
        return gate + Real.ZeroWhereZero((R.Constant(1) - (gate * gate)) * Real.Logistic(x), x);
    }

    // tanh(ln(1 + E)) = ((1 + E)² - 1)/((1 + E)² + 1) with E = eˣ, divided by E² for x > 0 so that nothing overflows.
    [MethodImpl(AggressiveInlining)]
    private static R Gate<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0), two = R.Constant(2);
        R e = R.Exp(R.SelectGreater(x, zero, -x, x));
        R falling = e * (e + two);
        R rising = R.Constant(1) + (two * e);
        return R.SelectGreater(x, zero, rising / (rising + (two * (e * e))), falling / (falling + two));
    }
}
