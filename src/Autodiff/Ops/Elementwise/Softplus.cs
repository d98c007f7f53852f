namespace Autodiff.Ops;

/// <summary>y = ln(1 + e^βx)/β = max(x, 0) + ln(1 + e^-|βx|)/β; dy/dx = 1/(1 + e^-βx).</summary>
/// <remarks>Without a threshold: the second form neither overflows nor loses the small part.</remarks>
internal readonly struct Softplus(double beta) : IUnaryRule
{
    private readonly double beta = beta;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.Softplus(R.Constant(beta) * x) / R.Constant(beta);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        Real.Logistic(R.Constant(beta) * x);

    public override string ToString() => RuleName.With(nameof(Softplus), beta);
}
