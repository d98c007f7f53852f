namespace Autodiff.Ops;

/// <summary>y = x t, t = tanh(ln(1 + eˣ)); dy/dx = t + x (1 - t²) σ(x).</summary>
/// <remarks>Misra 2020.</remarks>
internal readonly struct Mish : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.ZeroWhereZero(Gate(x, out R _), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R gate = Gate(x, out R complement);
        return gate + Real.ZeroWhereZero(complement * (R.Constant(1) + gate) * Real.Logistic(x), x);
    }

    // tanh(ln(1 + E)) = ((1 + E)² - 1)/((1 + E)² + 1) with E = eˣ, divided by E² for x > 0 so that nothing overflows; the rest to 1 is
    // 2/((1 + E)² + 1), and 1 - t² would cancel for large x.
    [MethodImpl(AggressiveInlining)]
    private static R Gate<R>(R x, out R complement)
        where R : IReal<R>
    {
        R zero = R.Constant(0), two = R.Constant(2);
        R e = R.Exp(R.SelectGreater(x, zero, -x, x));
        R falling = e * (e + two);
        R rising = R.Constant(1) + (two * e);
        R fallen = two * (e * e);
        R numerator = R.SelectGreater(x, zero, rising, falling), rest = R.SelectGreater(x, zero, fallen, two);
        R denominator = numerator + rest;
        complement = rest / denominator;
        return numerator / denominator;
    }
}
