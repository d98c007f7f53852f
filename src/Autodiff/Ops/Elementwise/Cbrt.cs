namespace Autodiff.Ops;

/// <summary>y = ∛x; dy/dx = 1/(3y²), infinite at 0.</summary>
internal readonly struct Cbrt : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Cbrt(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / (R.Constant(3) * (y * y));
}
