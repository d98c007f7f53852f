namespace Autodiff.Ops;

/// <summary>y = -x; dy/dx = -1.</summary>
internal readonly struct Negate : IUnaryRule
{
    public static Reads Reads => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        -x;

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(-1);
}
