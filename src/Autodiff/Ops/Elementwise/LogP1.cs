namespace Autodiff.Ops;

/// <summary>y = ln(1 + x); dy/dx = 1/(1 + x).</summary>
/// <remarks>Below -1 the value is NaN, and the derivative that of ln |1 + x|.</remarks>
internal readonly struct LogP1 : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.LogP1(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / (R.Constant(1) + x);
}
