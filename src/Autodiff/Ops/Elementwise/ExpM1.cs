namespace Autodiff.Ops;

/// <summary>y = eˣ - 1; dy/dx = y + 1.</summary>
/// <remarks>The derivative is read off the output: for x below about -1 it is exact to an ulp of 1, not of itself.</remarks>
internal readonly struct ExpM1 : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.ExpM1(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        y + R.Constant(1);
}
