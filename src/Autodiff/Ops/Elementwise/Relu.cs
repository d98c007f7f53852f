namespace Autodiff.Ops;

/// <summary>y = max(x, 0); dy/dx = 1 for x &gt; 0, 0 for x ≤ 0.</summary>
/// <remarks>NaN in, NaN out: the comparison is so that NaN takes the branch of x.</remarks>
internal readonly struct Relu : IUnaryRule
{
    public static Reads Reads => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SelectGreater(R.Constant(0), x, R.Constant(0), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.SelectGreater(y, R.Constant(0), R.Constant(1), Real.OrNaN(y, R.Constant(0)));
}
