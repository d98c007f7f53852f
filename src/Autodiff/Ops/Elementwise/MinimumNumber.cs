namespace Autodiff.Ops;

/// <summary>y = min(a, b), where NaN counts as missing; dy/da = 1 where a is chosen, 1/2 on a tie, else 0; dy/db = 1 - dy/da.</summary>
internal readonly struct MinimumNumber : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A | Reads.B;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.SelectEqual(a, a, R.SelectEqual(b, b, R.Min(a, b), a), b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectEqual(a, a, R.SelectEqual(b, b, default(Minimum).DerivativeA(a, b, y), R.Constant(1)), R.Constant(0));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectEqual(a, a, R.SelectEqual(b, b, default(Minimum).DerivativeB(a, b, y), R.Constant(0)), R.Constant(1));
}
