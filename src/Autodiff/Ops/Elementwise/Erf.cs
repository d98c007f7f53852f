namespace Autodiff.Ops;

/// <summary>y = erf x; dy/dx = 2/√π exp(-x²).</summary>
internal readonly struct Erf : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Erf(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1.12837916709551257390) * Real.ExpOfMinusSquare(x, 1);
}
