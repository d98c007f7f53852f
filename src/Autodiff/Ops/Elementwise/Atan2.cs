namespace Autodiff.Ops;

/// <summary>θ = atan2(y, x); dθ/dy = x/(x² + y²), dθ/dx = -y/(x² + y²), both 0 at the origin.</summary>
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
        R scaled = Scaled(y, x, out R ratio);
        return R.SelectGreater(R.Abs(x), R.Abs(y), scaled, ratio * scaled);
    }

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R y, R x, R angle)
        where R : IReal<R>
    {
        R scaled = Scaled(y, x, out R ratio);
        return -R.SelectGreater(R.Abs(x), R.Abs(y), ratio * scaled, scaled);
    }

    // 1/(l (1 + r²)) with l the argument of larger magnitude and r = smaller/l: x² + y² would overflow or vanish, and so may 2l.
    [MethodImpl(AggressiveInlining)]
    private static R Scaled<R>(R y, R x, out R ratio)
        where R : IReal<R>
    {
        R zero = R.Constant(0), half = R.Constant(0.5), absX = R.Abs(x), absY = R.Abs(y);
        R larger = R.SelectGreater(absX, absY, x, y), smaller = R.SelectGreater(absX, absY, y, x);
        ratio = R.SelectEqual(larger, zero, zero, smaller / larger);
        return R.SelectEqual(larger, zero, zero, half / (half * larger * (R.Constant(1) + (ratio * ratio))));
    }
}
