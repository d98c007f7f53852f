namespace Autodiff.Kernels;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    // 1 / sqrt(2) = InverseRoot2High + InverseRoot2Low.
    private const double InverseRoot2High = 0.7071067811865476;
    private const double InverseRoot2Low = -4.833646656726457e-17;

    /// <summary>
    /// Below this magnitude Phi(x) = 1/2 + erf(x / sqrt(2)) / 2, above 1/4 there, loses nothing; from here on x / sqrt(2) is above 3/8,
    /// where the range of the scaled complement starts.
    /// </summary>
    private const double CentralLimit = 0.53125;

    /// <summary>From here on 1 - Phi(x) is less than half the smallest positive double.</summary>
    private const double TailUnderflow = 38.6;

    /// <summary>
    /// Phi(x) = erfc(-x / sqrt(2)) / 2, the probability that a standard normal variable is below x, for every real x, within 2 ulp
    /// down to the smallest denormal number (x about -38.5). Phi(-infinity) = 0, Phi(+infinity) = 1; NaN gives NaN.
    /// </summary>
    internal static double Cdf(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < CentralLimit)
        {
            return Math.FusedMultiplyAdd(0.5, ErrorFunction.SmallErf(x * InverseRoot2High), 0.5);
        }

        if (double.IsNaN(x))
        {
            return x;
        }

        return x < 0.0 ? UpperTail(magnitude) : 1.0 - UpperTail(magnitude);
    }

    /// <summary>1 - Phi(x) = erfc(x / sqrt(2)) / 2 for x from <see cref="CentralLimit"/> on.</summary>
    private static double UpperTail(double x)
    {
        if (x >= TailUnderflow)
        {
            return 0.0;
        }

        // The exponent is taken from x itself, x^2 = square + squareLow exactly: squaring the rounded z = x / sqrt(2) would turn its
        // relative error u into one of x^2 u. What z lacks only matters for the slowly varying scaled function.
        double square = x * x;
        double squareLow = Math.FusedMultiplyAdd(x, x, -square);
        double z = x * InverseRoot2High;
        double zLow = Math.FusedMultiplyAdd(x, InverseRoot2High, -z) + (x * InverseRoot2Low);
        return ErrorFunction.ScaledComplement(z, zLow, 0.5 * square, 0.5 * squareLow, 0.5);
    }
}
