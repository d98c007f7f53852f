namespace Autodiff.Ops;

/// <summary>y = min(max(x/6 + 1/2, 0), 1); dy/dx = 1/6 for -3 ≤ x ≤ 3, else 0.</summary>
/// <remarks>At the edges it passes the gradient, as clamp does.</remarks>
internal readonly struct HardSigmoid : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0), one = R.Constant(1);
        R line = (x / R.Constant(6)) + R.Constant(0.5);
        return R.SelectGreater(zero, line, zero, R.SelectGreater(line, one, one, line));
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.SelectGreater(R.Abs(x), R.Constant(3), R.Constant(0), Real.OrNaN(x, R.Constant(1.0 / 6)));
}
