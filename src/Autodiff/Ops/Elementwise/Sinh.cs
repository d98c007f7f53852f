namespace Autodiff.Ops;

/// <summary>y = sinh x; dy/dx = cosh x.</summary>
internal readonly struct Sinh : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Sinh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Cosh(x);
}
