namespace Autodiff.Ops;

/// <summary>y = x for x &gt; 0, s x for x ≤ 0; dy/dx = 1 or s, dy/ds = 0 or x; the negative side at 0.</summary>
/// <remarks>He, Zhang, Ren, Sun 2015, equation 1.</remarks>
internal readonly struct Prelu : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x, R slope)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), x, slope * x);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R x, R slope, R y)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), R.Constant(1), Real.OrNaN(x, slope));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R x, R slope, R y)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), R.Constant(0), x);
}
