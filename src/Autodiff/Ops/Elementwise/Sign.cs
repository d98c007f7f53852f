namespace Autodiff.Ops;

/// <summary>y = sign x, 0 at 0; dy/dx = 0: not trainable.</summary>
internal readonly struct Sign : IUnaryRule
{
    public static Reads Reads => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.Sign(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(0);
}
