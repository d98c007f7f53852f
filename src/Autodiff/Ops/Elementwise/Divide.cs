namespace Autodiff.Ops;

/// <summary>y = a/b; dy/da = 1/b, dy/db = -y/b.</summary>
internal readonly struct Divide : IBinaryRule
{
    public static Reads ReadsA => Reads.B;

    public static Reads ReadsB => Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        a / b;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(1) / b;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        -(y / b);
}
