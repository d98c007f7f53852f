namespace Autodiff.Ops;

/// <summary>y = Φ(x); dy/dx = φ(x) = exp(-x²/2)/√(2π).</summary>
internal readonly struct NormalCdf : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.NormalCdf(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        Real.NormalDensity(x);
}
