namespace Autodiff.Kernels;

/// <summary>The logarithm of the gamma function and its derivative.</summary>
internal static partial class GammaFunction
{
    /// <summary>From here on Stirling's series is used.</summary>
    private const double StirlingStart = 8.0;

    /// <summary>Down to here negative arguments are moved above 0 by the recurrence, below by the reflection formula.</summary>
    private const double ReflectionEnd = -30.5;

    // The roots of log|Gamma(x)| in (-3, -2), each the sum of two doubles.
    private const double RightRootHigh = -2.4570247382208006;
    private const double RightRootLow = -3.7075610815513266e-17;
    private const double LeftRootHigh = -2.7476826467274127;
    private const double LeftRootLow = 9.055340329338315e-17;

    // (ln(2 pi) - 1) / 2.
    private const double StirlingConstant = 0.4189385332046727;

    /// <summary>
    /// x (log Gamma(x) - (x - 1/2) ln x + x - ln(2 pi) / 2) as a function of 1 / x^2 on [0, 1/64]: the polynomial through its values
    /// at the 8 Chebyshev nodes, relative error below 2e-19. Stirling's series (DLMF 5.11.1) is its expansion at 0.
    /// </summary>
    private static ReadOnlySpan<double> StirlingCoefficients =>
    [
        0.08333333333333333, -0.0027777777777776747, 0.0007936507935117282, -0.0005952380234291254,
        0.0008417325268022405, -0.001914965912162907, 0.0062081367662297935, -0.020855820837463117,
    ];

    /// <summary>
    /// log|Gamma(x)| for every real x: within 2 ulp for positive x, within 3 ulp for negative x, but within 3 ulp of 1 near the
    /// roots in the intervals (-n - 1, -n), n &gt;= 3.
    /// +infinity at the poles 0, -1, -2, ... and at +-infinity; NaN gives NaN.
    /// </summary>
    internal static double LogGamma(double x)
    {
        if (x >= StirlingStart)
        {
            return StirlingLogGamma(x);
        }

        if (x >= 0.5)
        {
            return LogGammaOnePlus(x - 1.0);
        }

        if (x > 0.0)
        {
            // Gamma(1 + x) = x Gamma(x); the first term is above -0.13, the second above 0.69, so little cancels.
            return LogGammaOnePlus(x) - Math.Log(x);
        }

        return double.IsNaN(x) ? x : NonPositiveLogGamma(x);
    }

    /// <summary>log Gamma(1 + t) for -1/2 &lt;= t &lt; 7. Taking t and not 1 + t keeps all the digits of a small t.</summary>
    private static double LogGammaOnePlus(double t)
    {
        double x = 1.0 + t;
        ReadOnlySpan<double> row = LogGammaTable.GetRow(x, out double centre);
        double factor = x switch
        {
            < LogGammaTable.FirstRootEnd => t,
            < LogGammaTable.SecondRootEnd => t - 1.0,
            _ => 1.0,
        };

        // Adding zero turns the -0 of a root into +0.
        return Polynomials.Evaluate(row, t - (centre - 1.0), factor) + 0.0;
    }

    private static double StirlingLogGamma(double x)
    {
        // (x - 1/2) ln x - x + ln(2 pi) / 2 = (x - 1/2) (ln x - 1) + (ln(2 pi) - 1) / 2. The product is kept exactly, and the
        // logarithm with extra digits: the factor x - 1/2 would amplify its rounding. Both differences are exact below 2^52.
        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        double factor = x - 0.5;
        double logarithm = ExtendedLogarithm.Evaluate(x, out double logarithmLow) - 1.0;
        double product = factor * logarithm;
        if (double.IsPositiveInfinity(product))
        {
            return product;
        }

        double productLow = Math.FusedMultiplyAdd(factor, logarithm, -product) + (factor * logarithmLow);
        double inverse = 1.0 / x;
        double series = Polynomials.Evaluate(StirlingCoefficients, inverse * inverse) * inverse;
        return product + (productLow + (StirlingConstant + series));
    }

    private static double NonPositiveLogGamma(double x)
    {
        double distance = x - Math.Round(x);
        if (distance == 0.0 || double.IsNegativeInfinity(x))
        {
            return double.PositiveInfinity;
        }

        if (x < ReflectionEnd)
        {
            // Gamma(x) Gamma(-x) = -pi / (x sin(pi x)). The distance to the nearest integer is exact and so small an argument of
            // the sine keeps its relative error; log Gamma(-x) exceeds the other term by far, so that nothing cancels.
            double sine = Math.Abs(Math.Sin(Math.PI * distance));
            return -StirlingLogGamma(-x) - Math.Log(-x * (sine / Math.PI));
        }

        return x is >= LogGammaTable.NegativeStart and < LogGammaTable.NegativeEnd
            ? LogGammaNearNegativeRoots(x)
            : LogGammaByRecurrence(x, distance);
    }

    private static double LogGammaNearNegativeRoots(double x)
    {
        ReadOnlySpan<double> row = LogGammaTable.GetNegativeRow(x, out double centre);
        double fromRightRoot = x - RightRootHigh - RightRootLow;
        double fromLeftRoot = x - LeftRootHigh - LeftRootLow;
        return Polynomials.Evaluate(row, x - centre, fromRightRoot * fromLeftRoot);
    }

    /// <summary>Gamma(x) = Gamma(1 + d) / (x (x + 1) ... (x + n)), where -n is the integer nearest to x and d = x + n.</summary>
    private static double LogGammaByRecurrence(double x, double distance)
    {
        // The reflection formula would subtract log Gamma(-x) from a nearly equal logarithm near the roots, which lie within about
        // 1 / n! of the poles -n. Here both terms are small near the roots. All factors are exact, as multiples of the ulp of x;
        // the roundings of the product are gathered in productLow.
        int count = (int)Math.Round(-x);
        double product = x;
        double productLow = 0.0;
        for (int i = 1; i <= count; i++)
        {
            double factor = x + i;
            double next = product * factor;
            productLow = Math.FusedMultiplyAdd(productLow, factor, Math.FusedMultiplyAdd(product, factor, -next));
            product = next;
        }

        return LogGammaOnePlus(distance) - Math.Log(Math.Abs(product)) - (productLow / product);
    }
}
