namespace Autodiff.Ops;

/// <summary>y = cosh x; dy/dx = sinh x.</summary>
internal readonly struct Cosh : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Cosh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Sinh(x);
}
