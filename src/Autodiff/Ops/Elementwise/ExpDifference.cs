namespace Autodiff.Ops;

/// <summary>y = eᵃ⁻ᵇ; dy/da = y, dy/db = -y. Of equal numbers 1, of infinite ones too, but 0 where b = -∞: the part of eᵃ in a sum eᵇ, of nothing 0.</summary>
internal readonly struct ExpDifference : IBinaryRule
{
    public static Reads ReadsA => Reads.Output;

    public static Reads ReadsB => Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.SelectEqual(b, R.Constant(double.NegativeInfinity), R.Constant(0), R.SelectEqual(a, b, R.Constant(1), R.Exp(a - b)));

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        y;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        -y;
}
