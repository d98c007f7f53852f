namespace Autodiff.Ops;

/// <summary>y = ln x; dy/dx = 1/x.</summary>
/// <remarks>Infinite at 0 of either sign: 0 is added because of -0. Below 0 the value is NaN, and the derivative that of ln |x|.</remarks>
internal readonly struct Log : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Log(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / (x + R.Constant(0));
}
