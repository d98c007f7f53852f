namespace Autodiff.Ops;

/// <summary>y = sin πx; dy/dx = π cos πx.</summary>
internal readonly struct SinPi : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SinPi(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(Math.PI) * R.CosPi(x);
}
