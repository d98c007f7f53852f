namespace Autodiff.Ops;

/// <summary>y = arsinh x; dy/dx = 1/√(1 + x²).</summary>
internal readonly struct Asinh : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Asinh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / R.Hypot(R.Constant(1), x);
}
