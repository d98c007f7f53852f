namespace Autodiff.Ops;

/// <summary>y = xᵖ; dy/dx = p xᵖ⁻¹, and 0 for p = 0.</summary>
internal readonly struct Power(double exponent) : IUnaryRule
{
    private readonly double exponent = exponent;

    public static Reads Reads => Reads.Input | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Pow(x, R.Constant(exponent));

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        double below = exponent - 1;
        if (exponent == 0) { return R.Constant(0); }

        // One power for both cases: what a loop over lanes may inline is limited.
        bool isExact = exponent - below == 1 && below + 1 == exponent;
        R p = R.Constant(exponent), less = isExact ? R.Constant(below) : p - R.Constant(1), direct = R.Pow(x, less);
        return isExact ? p * direct : Real.SlopeOfPower(x, p, y, less, direct);
    }

    public override string ToString() => RuleName.With(nameof(Power), exponent);
}
