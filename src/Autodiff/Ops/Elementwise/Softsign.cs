namespace Autodiff.Ops;

/// <summary>y = x/(1 + |x|); dy/dx = 1/(1 + |x|)².</summary>
internal readonly struct Softsign : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R magnitude = R.Abs(x);
        return R.SelectEqual(magnitude, R.Constant(double.PositiveInfinity), Real.Sign(x), x / (R.Constant(1) + magnitude));
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R inverse = R.Constant(1) / (R.Constant(1) + R.Abs(x));
        return inverse * inverse;
    }
}
