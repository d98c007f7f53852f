namespace Autodiff.Ops;

/// <summary>θ = atan2(y, x); dθ/dy = x/(x² + y²), dθ/dx = -y/(x² + y²), both 0 at the origin and at infinity.</summary>
internal readonly struct Atan2 : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A | Reads.B;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R y, R x)
        where R : IReal<R> =>
        R.Atan2(y, x);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R y, R x, R angle)
        where R : IReal<R>
    {
        R across = Slopes(y, x, out R along);
        return R.SelectGreater(R.Abs(x), R.Abs(y), across, along);
    }

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R y, R x, R angle)
        where R : IReal<R>
    {
        R across = Slopes(y, x, out R along);
        return -R.SelectGreater(R.Abs(x), R.Abs(y), along, across);
    }

    // 1/(l (1 + r²)) and r/(l (1 + r²)), with l the argument of larger magnitude and r = smaller/l: x² + y² would overflow or vanish, and so may
    // 2l. Where the first overflows the second need not. An l of 0 or of infinity has no r.
    [MethodImpl(AggressiveInlining)]
    private static R Slopes<R>(R y, R x, out R along)
        where R : IReal<R>
    {
        R zero = R.Constant(0), half = R.Constant(0.5), infinity = R.Constant(double.PositiveInfinity), absX = R.Abs(x), absY = R.Abs(y);
        R larger = R.SelectGreater(absX, absY, x, y), smaller = R.SelectGreater(absX, absY, y, x), none = Real.OrNaN(smaller, zero);
        R ratio = R.SelectEqual(larger, zero, none, R.SelectEqual(R.Abs(larger), infinity, none, smaller / larger));
        R sum = R.Constant(1) + (ratio * ratio), across = R.SelectEqual(larger, zero, none, half / (half * larger * sum));
        along = R.SelectGreater(infinity, R.Abs(across), ratio * across, (ratio / larger) / sum);
        return across;
    }
}
