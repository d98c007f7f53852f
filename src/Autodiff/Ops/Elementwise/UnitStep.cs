namespace Autodiff.Ops;

/// <summary>y = 1 for x ≥ 0, 0 for x &lt; 0; dy/dx = 0: not trainable.</summary>
internal readonly struct UnitStep : IUnaryRule
{
    public static Reads Reads => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.SelectGreater(R.Constant(0), x, R.Constant(0), Real.OrNaN(x, R.Constant(1)));

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(0);
}
