namespace Autodiff.Ops;

/// <summary>y = tan πx; dy/dx = π (1 + y²).</summary>
internal readonly struct TanPi : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.TanPi(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(Math.PI) * (R.Constant(1) + (y * y));
}
