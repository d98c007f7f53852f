namespace Autodiff.Ops;

/// <summary>y = |x|; dy/dx = sign x, and 0 at 0.</summary>
internal readonly struct Abs : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Abs(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        Real.Sign(x);
}
