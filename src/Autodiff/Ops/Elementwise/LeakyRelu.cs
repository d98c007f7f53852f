namespace Autodiff.Ops;

/// <summary>y = x for x &gt; 0, s x for x ≤ 0; dy/dx = 1 for x &gt; 0, s for x ≤ 0.</summary>
internal readonly struct LeakyRelu(double slope) : IUnaryRule
{
    private readonly double slope = slope;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), x, R.Constant(slope) * x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), R.Constant(1), Real.OrNaN(x, R.Constant(slope)));

    public override string ToString() => RuleName.With(nameof(LeakyRelu), slope);
}
