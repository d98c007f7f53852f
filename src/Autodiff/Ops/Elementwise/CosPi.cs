namespace Autodiff.Ops;

/// <summary>y = cos πx; dy/dx = -π sin πx.</summary>
internal readonly struct CosPi : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.CosPi(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(-Math.PI) * R.SinPi(x);
}
