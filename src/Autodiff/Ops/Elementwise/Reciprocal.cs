namespace Autodiff.Ops;

/// <summary>y = 1/x; dy/dx = -y².</summary>
internal readonly struct Reciprocal : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Constant(1) / x;

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        -(y * y);
}
