namespace Autodiff.Ops;

/// <summary>y = max(a, b); dy/da = 1 for a &gt; b, 1/2 on a tie, 0 for a &lt; b; dy/db = 1 - dy/da.</summary>
/// <remarks>NaN in, NaN out; its derivative is then 1 by both, so that the NaN is seen.</remarks>
internal readonly struct Maximum : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A | Reads.B;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Max(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectGreater(b, a, R.Constant(0), R.SelectEqual(a, b, R.Constant(0.5), R.Constant(1)));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectGreater(a, b, R.Constant(0), R.SelectEqual(a, b, R.Constant(0.5), R.Constant(1)));
}
