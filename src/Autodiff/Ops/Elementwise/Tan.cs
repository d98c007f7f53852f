namespace Autodiff.Ops;

/// <summary>y = tan x; dy/dx = 1 + y².</summary>
internal readonly struct Tan : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Tan(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) + (y * y);
}
