namespace Autodiff.Ops;

/// <summary>y = 1 where a = b or a is NaN, else 0; dy/da = dy/db = 0. Where an element is the extremum of several that came to b.</summary>
internal readonly struct Chosen : IBinaryRule
{
    public static Reads ReadsA => Reads.Nothing;

    public static Reads ReadsB => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.SelectEqual(a, b, R.Constant(1), R.SelectEqual(a, a, R.Constant(0), R.Constant(1)));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(0);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(0);
}
