namespace Autodiff.Ops;

/// <summary>y = 1/√x; dy/dx = -y/(2x), -∞ at 0.</summary>
internal readonly struct ReciprocalSqrt : IUnaryRule
{
    public static Reads Reads => Reads.Input | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Constant(1) / R.Sqrt(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        (R.Constant(-0.5) * y) / x;
}
