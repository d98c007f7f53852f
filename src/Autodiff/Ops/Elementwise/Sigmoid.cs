namespace Autodiff.Ops;

/// <summary>y = 1/(1 + e⁻ˣ); dy/dx = y (1 - y).</summary>
/// <remarks>The derivative is read off the output: for large x it is exact to an ulp of 1, not of itself.</remarks>
internal readonly struct Sigmoid : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.Logistic(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        y * (R.Constant(1) - y);
}
