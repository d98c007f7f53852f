namespace Autodiff.Ops;

/// <summary>y = a b; dy/da = b, dy/db = a.</summary>
internal readonly struct Multiply : IBinaryRule
{
    public static Reads ReadsA => Reads.B;

    public static Reads ReadsB => Reads.A;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        a * b;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        b;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        a;
}
