namespace Autodiff.Ops;

/// <summary>y = 1 for a ≤ b, else 0; dy/da = dy/db = 0: a mask, not trainable.</summary>
/// <remarks>NaN compares false.</remarks>
internal readonly struct LessOrEqual : IBinaryRule
{
    public static Reads ReadsA => Reads.Nothing;

    public static Reads ReadsB => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.SelectGreater(b, a, R.Constant(1), R.SelectEqual(a, b, R.Constant(1), R.Constant(0)));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(0);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(0);
}
