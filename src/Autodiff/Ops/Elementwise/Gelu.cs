namespace Autodiff.Ops;

/// <summary>y = x Φ(x); dy/dx = Φ(x) + x φ(x), where φ = Φ' = exp(-x²/2)/√(2π).</summary>
/// <remarks>Hendrycks and Gimpel 2016. The derivative is exact to an ulp of 1 where its two terms cancel, near x = -0.75.</remarks>
internal readonly struct Gelu : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R probability = R.NormalCdf(x);
        return Real.ZeroWhereZero(probability, x);
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R density = Real.NormalDensity(x);
        return R.NormalCdf(x) + Real.ZeroWhereZero(density, x);
    }
}
