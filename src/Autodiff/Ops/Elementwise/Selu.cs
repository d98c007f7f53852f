namespace Autodiff.Ops;

/// <summary>y = λ x for x &gt; 0, λ α (eˣ - 1) for x ≤ 0; dy/dx = λ for x &gt; 0, y + λ α for x ≤ 0.</summary>
/// <remarks>Klambauer, Unterthiner, Mayr, Hochreiter 2017, equation 2; the constants fix mean 0 and variance 1. Derivative exact to an ulp of λ α.</remarks>
internal readonly struct Selu : IUnaryRule
{
    private const double Scale = 1.0507009873554804934193349852946;
    private const double Alpha = 1.6732632423543772848170429916717;

    public static Reads Reads => Reads.Input | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), R.Constant(Scale) * x, R.Constant(Scale * Alpha) * R.ExpM1(x));

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.SelectGreater(x, R.Constant(0), Real.OrNaN(x, R.Constant(Scale)), y + R.Constant(Scale * Alpha));
}
