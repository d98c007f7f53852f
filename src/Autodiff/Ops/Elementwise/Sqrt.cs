namespace Autodiff.Ops;

/// <summary>y = √x; dy/dx = 1/(2y), infinite at 0.</summary>
/// <remarks>√-0 = -0, and 0 is added so that the derivative there is ∞ too.</remarks>
internal readonly struct Sqrt : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Sqrt(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(0.5) / (y + R.Constant(0));
}
