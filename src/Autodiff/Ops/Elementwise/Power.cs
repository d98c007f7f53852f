namespace Autodiff.Ops;

/// <summary>y = xᵖ; dy/dx = p xᵖ⁻¹, and 0 for p = 0.</summary>
internal readonly struct Power(double exponent) : IUnaryRule
{
    private readonly double exponent = exponent;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Pow(x, R.Constant(exponent));

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        exponent == 0 ? R.Constant(0) : R.Constant(exponent) * R.Pow(x, R.Constant(exponent - 1));

    public override string ToString() => RuleName.With(nameof(Power), exponent);
}
