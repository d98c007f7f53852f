namespace Autodiff.Kernels;

/// <summary>The error function and its complement.</summary>
internal static class ErrorFunction
{
    // 2 / sqrt(pi) = SlopeHigh + SlopeLow.
    private const double SlopeHigh = 1.1283791670955126;
    private const double SlopeLow = 1.533545961316588e-17;

    /// <summary>Below this magnitude erf is taken from the polynomial around 0, above from the scaled complement.</summary>
    private const double ErfSmallLimit = 0.5;

    /// <summary>The same for erfc: 1 - erf(x) is still above 1/2, and loses nothing.</summary>
    private const double ErfcSmallLimit = 0.46875;

    /// <summary>From here on 1 - erf(x) is less than half an ulp of 1.</summary>
    private const double ErfSaturation = 6.0;

    /// <summary>From here on erfc(x) is less than half the smallest positive double.</summary>
    private const double ErfcUnderflow = 27.25;

    /// <summary>
    /// (erf(x) / x - 2 / sqrt(pi)) / x^2 as a function of x^2 on [0, 0.26]: the polynomial through its values at the 10 Chebyshev
    /// nodes, relative error below 1e-20.
    /// </summary>
    private static ReadOnlySpan<double> SmallCoefficients =>
    [
        -0.37612638903183754, 0.11283791670955126, -0.026866170645130957, 0.005223977625427763,
        -0.0008548327019839145, 0.00012055332461996529, -1.492560476447262e-05, 1.6459634268656788e-06,
        -1.6284001819534613e-07, 1.329741358905392e-08,
    ];

    /// <summary>
    /// erf(x) = 2 / sqrt(pi) * (integral of exp(-t^2) over t from 0 to x), for every real x, within 1.1 ulp.
    /// Odd, also for zeros: erf(-0) = -0; erf(+-infinity) = +-1; NaN gives NaN.
    /// </summary>
    internal static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < ErfSmallLimit)
        {
            return SmallErf(x);
        }

        if (magnitude >= ErfSaturation)
        {
            return Math.CopySign(1.0, x);
        }

        return double.IsNaN(x) ? x : Math.CopySign(1.0 - PositiveComplement(magnitude), x);
    }

    /// <summary>
    /// erfc(x) = 1 - erf(x), for every real x, within 2 ulp down to the smallest denormal number (x about 27.2).
    /// erfc(-infinity) = 2, erfc(+infinity) = 0; NaN gives NaN.
    /// </summary>
    internal static double Erfc(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < ErfcSmallLimit)
        {
            return 1.0 - SmallErf(x);
        }

        if (double.IsNaN(x))
        {
            return x;
        }

        return x > 0.0 ? PositiveComplement(magnitude) : 2.0 - PositiveComplement(Math.Min(magnitude, ErfSaturation));
    }

    /// <summary>erf(x) for |x| at most 1/2, within 1 ulp.</summary>
    internal static double SmallErf(double x)
    {
        // The product with the leading coefficient is rounded only once, together with the small rest.
        double square = x * x;
        double rest = Math.FusedMultiplyAdd(square, Polynomials.Evaluate(SmallCoefficients, square), SlopeLow);
        return Math.FusedMultiplyAdd(x, SlopeHigh, x * rest);
    }

    /// <summary>scale * exp(-square) * erfcx(z), where both arguments are given to more than double precision.</summary>
    /// <param name="z">A number inside the range of <see cref="ScaledComplementTable"/>.</param>
    /// <param name="zLow">What <paramref name="z"/> lacks.</param>
    /// <param name="square">The negated exponent.</param>
    /// <param name="squareLow">What <paramref name="square"/> lacks; far less than 1.</param>
    /// <param name="scale">A power of two.</param>
    internal static double ScaledComplement(double z, double zLow, double square, double squareLow, double scale)
    {
        ReadOnlySpan<double> row = ScaledComplementTable.GetRow(z, out double centre, out double constantLow);
        double tail = Polynomials.Tail(row, z - centre);
        double value = row[0] + tail;

        // First-order corrections: the rounding of the sum above (fast two-sum, the tail is the smaller part) and of its constant
        // term, zLow with erfcx'(z) = 2 z erfcx(z) - 2 / sqrt(pi), and exp(-squareLow) = 1 - squareLow.
        double slope = Math.FusedMultiplyAdd(2.0 * z, value, -SlopeHigh);
        double correction = tail - (value - row[0]) + constantLow + (slope * zLow) - (value * squareLow);
        double exponential = scale * Math.Exp(-square);
        return Math.FusedMultiplyAdd(exponential, value, exponential * correction);
    }

    private static double PositiveComplement(double x)
    {
        if (x >= ErfcUnderflow)
        {
            return 0.0;
        }

        // x^2 = square + squareLow exactly; without the second part exp would be wrong by up to half an ulp of 700.
        double square = x * x;
        double squareLow = Math.FusedMultiplyAdd(x, x, -square);
        return ScaledComplement(x, 0.0, square, squareLow, 1.0);
    }
}
