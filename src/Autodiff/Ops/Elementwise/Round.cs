namespace Autodiff.Ops;

/// <summary>y = x rounded to a number of fractional digits; dy/dx = 0: not trainable.</summary>
/// <remarks>Floor, ceiling and truncation are its modes.</remarks>
internal readonly struct Round(int digits, MidpointRounding mode) : IUnaryRule
{
    private readonly int digits = digits;
    private readonly MidpointRounding mode = mode;

    public static Reads Reads => Reads.Nothing;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Round(x, digits, mode);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Constant(0);

    public override string ToString() => RuleName.With(nameof(Round), digits, mode);
}
