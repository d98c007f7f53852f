namespace Autodiff.Ops;

/// <summary>y = ln |Γ(x)|; dy/dx = ψ(x), the digamma function.</summary>
internal readonly struct LogGamma : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.LogGamma(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Polygamma(0, x);
}
