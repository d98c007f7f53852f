namespace Autodiff.Ops;

/// <summary>y = ln(1/(1 + e⁻ˣ)) = min(x, 0) - ln(1 + e^-|x|); dy/dx = 1/(1 + eˣ).</summary>
internal readonly struct LogSigmoid : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        -Real.Softplus(-x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        Real.Logistic(-x);
}
