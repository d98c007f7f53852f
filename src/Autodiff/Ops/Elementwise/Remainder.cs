namespace Autodiff.Ops;

/// <summary>y = a mod b with the sign of a; dy/da = 1, dy/db = -(a - y)/b, minus the integer quotient.</summary>
internal readonly struct Remainder : IBinaryRule
{
    public static Reads ReadsA => Reads.Nothing;

    public static Reads ReadsB => Reads.A | Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Remainder(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.Constant(1);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        -R.Round((a - y) / b, 0, MidpointRounding.ToEven);
}
