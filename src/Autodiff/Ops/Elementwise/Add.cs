namespace Autodiff.Ops;

/// <summary>y = a + b; dy/da = 1, dy/db = 1.</summary>
internal readonly struct Add : IBinaryRule
{
    public static Reads ReadsA => Reads.Nothing;

    public static Reads ReadsB => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        a + b;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(1);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(1);
}
