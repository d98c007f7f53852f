namespace Autodiff.Ops;

/// <summary>y = log₂ x; dy/dx = (1/ln 2)/x.</summary>
/// <remarks>Infinite at 0 of either sign: 0 is added because of -0. Below 0 the value is NaN, and the derivative that of ln |x|.</remarks>
internal readonly struct Log2 : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Log2(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1.44269504088896340736) / (x + R.Constant(0));
}
