namespace Autodiff.Ops;

/// <summary>y = x for x &gt; 0, α (eˣ - 1) for x ≤ 0; dy/dx = 1 for x &gt; 0, α eˣ = y + α for x ≤ 0.</summary>
/// <remarks>Clevert, Unterthiner, Hochreiter 2016. The derivative is read off the output: exact to an ulp of α.</remarks>
internal readonly struct Elu(double alpha) : IUnaryRule
{
    private readonly double alpha = alpha;

    public static Reads Reads => Reads.Input | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), x, R.Constant(alpha) * R.ExpM1(x));

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), R.Constant(1), y + R.Constant(alpha));

    public override string ToString() => RuleName.With(nameof(Elu), alpha);
}
