namespace Autodiff.Ops;

/// <summary>y = √(a² + b²); dy/da = a/y, dy/db = b/y, both 0 at the origin.</summary>
internal readonly struct Hypot : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.Output;

    public static Reads ReadsB => Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Hypot(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectEqual(y, R.Constant(0), R.Constant(0), a / y);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectEqual(y, R.Constant(0), R.Constant(0), b / y);
}
