namespace Autodiff.Ops;

/// <summary>y = aᵇ; dy/da = b aᵇ⁻¹, and 0 for b = 0; dy/db = y ln a, at a = 0: 0 for b ≥ 0 and -∞ for b &lt; 0.</summary>
/// <remarks>pow(0, 0) = pow(1, NaN) = pow(NaN, 0) = 1, as IEEE 754 has it. By b, a negative base gives NaN: no power nearby is real.</remarks>
internal readonly struct Pow : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B | Reads.Output;

    public static Reads ReadsB => Reads.A | Reads.B | Reads.Output;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Pow(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R>
    {
        // At b = 0 the product is 0 by itself, and its derivative by b is 1/a; only where the power is infinite or NaN is it not.
        R zero = R.Constant(0), slope = Real.SlopeOfPower(a, b, y);
        return R.SelectEqual(b, zero, R.SelectEqual(slope, slope, slope, zero), slope);
    }

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R>
    {
        R zero = R.Constant(0), logarithm = R.Log(a);
        R atZero = R.SelectGreater(zero, b, R.Constant(double.NegativeInfinity), Real.OrNaN(b, zero));
        return R.SelectEqual(a, zero, atZero, R.SelectEqual(logarithm, logarithm, Real.ZeroWhereZero(y, logarithm), logarithm));
    }
}
