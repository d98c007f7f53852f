namespace Autodiff.Ops;

/// <summary>y = arctan x; dy/dx = 1/(1 + x²).</summary>
internal readonly struct Atan : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Atan(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        // x² overflows long before its reciprocal vanishes: for large x the same quotient in two steps.
        R inverse = R.Constant(1) / x;
        return R.SelectGreater(R.Abs(x), R.Constant(1e9), inverse * inverse, R.Constant(1) / (R.Constant(1) + (x * x)));
    }
}
