namespace Autodiff.Ops;

/// <summary>y = tanh x; dy/dx = 1 - y².</summary>
/// <remarks>The derivative is read off the output: in the tails it is exact to an ulp of 1, not of itself.</remarks>
internal readonly struct Tanh : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Tanh(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(1) - (y * y);
}
