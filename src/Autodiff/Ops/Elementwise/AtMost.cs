namespace Autodiff.Ops;

/// <summary>y = min(a, b) as one side of a clamp: dy/da = 1 for a ≤ b, else 0; dy/db = 1 - dy/da.</summary>
/// <remarks>At the bound, and where one of them is NaN, the gradient passes to the value, not to the bound.</remarks>
internal readonly struct AtMost : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A | Reads.B;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Min(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectGreater(a, b, R.Constant(0), R.Constant(1));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        R.SelectGreater(a, b, R.Constant(1), R.Constant(0));
}
