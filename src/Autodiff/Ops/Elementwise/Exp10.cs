namespace Autodiff.Ops;

/// <summary>y = 10ˣ; dy/dx = y ln 10.</summary>
internal readonly struct Exp10 : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Pow(R.Constant(10), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        y * R.Constant(2.30258509299404568402);
}
