namespace Autodiff.Ops;

/// <summary>y = 2ˣ; dy/dx = y ln 2.</summary>
internal readonly struct Exp2 : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Pow(R.Constant(2), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        y * R.Constant(0.69314718055994530942);
}
