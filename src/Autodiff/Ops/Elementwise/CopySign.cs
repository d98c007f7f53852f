namespace Autodiff.Ops;

/// <summary>y = |a| with the sign of b; dy/da = sign a sign b, dy/db = 0.</summary>
internal readonly struct CopySign : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.CopySign(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        Real.Sign(a) * R.CopySign(R.Constant(1), b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(0);
}
