namespace Autodiff.Ops;

/// <summary>y = x 2ⁿ; dy/dx = 2ⁿ.</summary>
internal readonly struct ScaleB(int n) : IUnaryRule
{
    private readonly int n = n;

    public static Reads Reads => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.ScaleB(x, n);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.ScaleB(R.Constant(1), n);

    public override string ToString() => RuleName.With(nameof(ScaleB), n);
}
