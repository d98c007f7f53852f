namespace Autodiff.Ops;

/// <summary>y = ln(eᵃ + eᵇ); dy/da = σ(a - b), dy/db = σ(b - a), both 0 where a = b = -∞.</summary>
internal readonly struct LogAddExp : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B | Reads.Output;

    public static Reads ReadsB => Reads.A | Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.SelectEqual(a, b, a + R.Constant(0.69314718055994530942), R.Max(a, b) + R.LogP1(R.Exp(-R.Abs(a - b))));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        Share(a - b, y);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        Share(b - a, y);

    // Both infinite: a - b is NaN. No mass at all has no gradient; two equal infinities share it.
    [MethodImpl(AggressiveInlining)]
    private static R Share<R>(R difference, R y)
        where R : IReal<R>
    {
        R infinite = R.SelectEqual(y, R.Constant(double.PositiveInfinity), R.Constant(0.5), difference);
        infinite = R.SelectEqual(y, R.Constant(double.NegativeInfinity), R.Constant(0), infinite);
        return R.SelectEqual(difference, difference, Real.Logistic(difference), infinite);
    }
}
