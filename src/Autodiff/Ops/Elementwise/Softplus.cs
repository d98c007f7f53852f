namespace Autodiff.Ops;

/// <summary>y = ln(1 + e^βx)/β, which is x + ln(1 + e^-βx)/β; dy/dx = 1/(1 + e^-βx).</summary>
/// <remarks>Without a threshold: for βx &gt; 0 the second form neither overflows nor loses the small part.</remarks>
internal readonly struct Softplus(double beta) : IUnaryRule
{
    private readonly double beta = beta;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0), scaled = R.Constant(beta) * x;
        R rest = R.LogP1(R.Exp(R.SelectGreater(scaled, zero, -scaled, scaled))) / R.Constant(beta);
        return R.SelectGreater(scaled, zero, x + rest, rest);
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        Real.Logistic(R.Constant(beta) * x);

    public override string ToString() => RuleName.With(nameof(Softplus), beta);
}
