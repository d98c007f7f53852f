namespace Autodiff.Ops;

/// <summary>y = x²; dy/dx = 2x.</summary>
internal readonly struct Square : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        x * x;

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        x + x;
}
