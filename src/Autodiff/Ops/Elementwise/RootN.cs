namespace Autodiff.Ops;

/// <summary>y = x^(1/n), the real root; dy/dx = 1/(n yⁿ⁻¹).</summary>
internal readonly struct RootN(int n) : IUnaryRule
{
    private readonly int n = n;

    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.RootN(x, n);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) / (R.Constant(n) * R.Pow(y, R.Constant(n - 1)));

    public override string ToString() => RuleName.With(nameof(RootN), n);
}
