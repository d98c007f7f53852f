namespace Autodiff.Ops;

/// <summary>y = arcosh x; dy/dx = 1/√((x - 1)(x + 1)), infinite at 1.</summary>
internal readonly struct Acosh : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Acosh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        // The root of each factor, not of the product, which overflows. Below 1 both factors are negative or the root is NaN.
        return R.Constant(1) / (R.Sqrt(x - R.Constant(1)) * R.Sqrt(x + R.Constant(1)));
    }
}
