namespace Autodiff.Ops;

/// <summary>y = min(max(x, low), high); dy/dx = 1 for low &lt; x &lt; high, else 0, and 0 at the edges.</summary>
internal readonly struct HardTanh(double low, double high) : IUnaryRule
{
    private readonly double low = low;
    private readonly double high = high;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R least = R.Constant(low), most = R.Constant(high);
        return R.SelectGreater(least, x, least, R.SelectGreater(x, most, most, x));
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R inside = R.SelectGreater(R.Constant(high), x, R.Constant(1), Real.OrNaN(x, R.Constant(0)));
        return R.SelectGreater(x, R.Constant(low), inside, Real.OrNaN(x, R.Constant(0)));
    }

    public override string ToString() => RuleName.With(nameof(HardTanh), low, high);
}
