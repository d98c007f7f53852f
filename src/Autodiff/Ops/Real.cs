namespace Autodiff;

/// <summary>Formulas that several rules share, in terms of <see cref="IReal{TSelf}"/>.</summary>
/// <remarks>
/// A formula that is differentiated again must choose both branches of a function by the same comparison: |x| has derivative 0
/// at 0, so 1/(1 + e^-|x|) would have the wrong slope there, while a selection between x and -x has a one-sided one.
/// </remarks>
public static class Real
{
    private const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>-1, 0, 1 or NaN.</summary>
    [MethodImpl(AggressiveInlining)]
    public static R Sign<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0);
        return R.SelectGreater(x, zero, R.Constant(1), R.SelectGreater(zero, x, R.Constant(-1), OrNaN(x, zero)));
    }

    /// <summary>A constant, or NaN where x is NaN: a comparison alone would lose it.</summary>
    [MethodImpl(AggressiveInlining)]
    public static R OrNaN<R>(R x, R constant)
        where R : IReal<R> =>
        R.SelectEqual(x, x, constant, x);

    /// <summary>factor × x, and 0 with the sign of x where the factor, which is not negative, is 0 though x is infinite: the limit of x e⁻ˣ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static R ZeroWhereZero<R>(R factor, R x)
        where R : IReal<R> =>
        R.SelectEqual(factor, R.Constant(0), R.CopySign(factor, x), factor * x);

    /// <summary>σ(x) = 1/(1 + e⁻ˣ), for x ≤ 0 as eˣ/(1 + eˣ), so that the left tail neither overflows nor vanishes early.</summary>
    [MethodImpl(AggressiveInlining)]
    public static R Logistic<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0), one = R.Constant(1);
        R e = R.Exp(R.SelectGreater(x, zero, -x, x));
        return R.SelectGreater(x, zero, one, e) / (one + e);
    }

    /// <summary>σ(x), and 1 - σ(x) = σ(-x) beside it from the same exponential: the difference would cancel for large x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static R Logistic<R>(R x, out R complement)
        where R : IReal<R>
    {
        R zero = R.Constant(0), one = R.Constant(1);
        R e = R.Exp(R.SelectGreater(x, zero, -x, x));
        R larger = one / (one + e), smaller = e * larger;
        complement = R.SelectGreater(x, zero, smaller, larger);
        return R.SelectGreater(x, zero, larger, smaller);
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^-|x|).</summary>
    [MethodImpl(AggressiveInlining)]
    public static R Softplus<R>(R x)
        where R : IReal<R>
    {
        R zero = R.Constant(0);
        R rest = R.LogP1(R.Exp(R.SelectGreater(x, zero, -x, x)));
        return R.SelectGreater(x, zero, x + rest, rest);
    }

    /// <summary>p xᵖ⁻¹ as p xᵖ/x.</summary>
    /// <param name="x">The base x.</param>
    /// <param name="p">The exponent p.</param>
    /// <param name="power">xᵖ.</param>
    /// <remarks>
    /// p - 1 may be rounded, and the power would multiply that error by ln x. Where it is exact the power itself is taken, whose own derivative
    /// does not cancel; also where the quotient says nothing, because x is 0 or xᵖ has left the range.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    public static R SlopeOfPower<R>(R x, R p, R power)
        where R : IReal<R>
    {
        R below = p - R.Constant(1);
        return SlopeOfPower(x, p, power, below, R.Pow(x, below));
    }

    /// <summary>p xᵖ⁻¹ as p xᵖ/x, where p - 1 and the power itself are at hand.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R SlopeOfPower<R>(R x, R p, R power, R below, R direct)
        where R : IReal<R>
    {
        R zero = R.Constant(0), one = R.Constant(1), size = R.Abs(power), quotient = (p * power) / x;

        // A rounded p - 1 has lost whether it is odd, or an integer at all: p is a fraction, or so large that it is even. An infinite one counts as
        // that, too, and what vanishes does so faster than it grows. Where the power is NaN its slope is.
        R signed = R.CopySign(direct, R.SelectEqual(R.Round(p, 0, MidpointRounding.ToEven), p, x, one));
        R product = R.SelectEqual(power, power, R.SelectEqual(direct, zero, zero, p * signed), power);
        R bounded = R.SelectGreater(R.Constant(double.PositiveInfinity), size, quotient, product);
        R rounded = R.SelectGreater(size, R.Constant(LeastNormal), bounded, product);
        return R.SelectEqual(p - below, one, R.SelectEqual(below + one, p, p * direct, rounded), rounded);
    }

    /// <summary>φ(x) = exp(-x²/2)/√(2π).</summary>
    [MethodImpl(AggressiveInlining)]
    public static R NormalDensity<R>(R x)
        where R : IReal<R> =>
        R.Constant(0.39894228040143267794) * ExpOfMinusSquare(x, 0.5);

    /// <summary>exp(-c x²) for c = 1 or 1/2.</summary>
    /// <remarks>
    /// The rounding of x² would be multiplied by x² itself. So x² = h + l with l from a fused multiply-add, and
    /// exp(-c (h + l)) = exp(-c h) (1 - c l); l² is below rounding.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    public static R ExpOfMinusSquare<R>(R x, double c)
        where R : IReal<R>
    {
        R high = x * x;
        R low = R.MultiplyAdd(x, x, -high);
        low = R.SelectGreater(high, R.Constant(1e6), R.Constant(0), low);
        R e = R.Exp(R.Constant(-c) * high);
        return e - (R.Constant(c) * (low * e));
    }
}
