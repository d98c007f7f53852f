namespace Autodiff.Ops;

/// <summary>y = a - b n, n the integer nearest to a/b; dy/da = 1, dy/db = -n.</summary>
internal readonly struct Ieee754Remainder : IBinaryRule
{
    public static Reads ReadsA => Reads.Nothing;

    public static Reads ReadsB => Reads.A | Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Ieee754Remainder(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(1);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        -R.Round((a - y) / b, 0, MidpointRounding.ToEven);
}
