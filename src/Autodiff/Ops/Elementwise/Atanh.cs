namespace Autodiff.Ops;

/// <summary>y = artanh x; dy/dx = 1/((1 - x)(1 + x)), infinite at ±1.</summary>
/// <remarks>1 - x² would cancel near ±1; its factors are exact there. Beyond ±1 the value is NaN, and the derivative that of the formula.</remarks>
internal readonly struct Atanh : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Atanh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / ((R.Constant(1) - x) * (R.Constant(1) + x));
}
