namespace Autodiff.Kernels;

internal static partial class GammaFunction
{
    /// <summary>From here on the asymptotic series of psi is used for negative arguments.</summary>
    private const double AsymptoticStart = 7.0;

    // The positive root of psi less 1, as the sum of two doubles.
    private const double DigammaRootHigh = 0.46163214496836236;
    private const double DigammaRootLow = -1.5522348162858677e-17;

    // -pi^2 / 3, the first coefficient of pi cot(pi r) - 1 / r.
    private const double CotangentSlope = -3.289868133696453;
    private const double CotangentSlopeLow = -6.081344700796952e-17;

    /// <summary>
    /// x^2 (ln x - 1 / (2 x) - psi(x)) as a function of 1 / x^2 on [0, 1/49]: the polynomial through its values at the 10 Chebyshev
    /// nodes, relative error below 3e-20. The asymptotic series DLMF 5.11.2 is its expansion at 0.
    /// </summary>
    private static ReadOnlySpan<double> DigammaCoefficients =>
    [
        0.08333333333333333, -0.00833333333333331, 0.00396825396821776, -0.004166666643717902,
        0.00757575014350965, -0.021091401452909317, 0.08317183474106728, -0.43140778661632584,
        2.5028720475133635, -10.556871177427187,
    ];

    /// <summary>
    /// (pi cot(pi r) - 1 / r + pi^2 r / 3) / r^3 as a function of r^2 on [0, 1/4]: the polynomial through its values at the
    /// 16 Chebyshev nodes, relative error below 1e-18.
    /// </summary>
    private static ReadOnlySpan<double> CotangentCoefficients =>
    [
        -2.1646464674222763, -2.0346861239689025, -2.008154712394504, -2.001989150440867,
        -2.0004921601221577, -2.000123045192387, -2.000015380052703, -2.000296744225428,
        -1.9960917589137943, -2.038247591192219, -1.7276147670755633, -3.4058368339705494,
        3.161119452197649, -14.943473811076007, 18.391967764743267, -18.39196776532611,
    ];

    /// <summary>
    /// psi(x) = (log Gamma)'(x) for every real x: within 2 ulp for positive x, within 3 ulp for negative x, but within 2 ulp of 1 near
    /// the roots there, one between any two poles.
    /// psi(+0) = -infinity, psi(-0) = +infinity; psi(+infinity) = +infinity; NaN at the other poles -1, -2, ..., at -infinity and for
    /// NaN.
    /// </summary>
    internal static double Digamma(double x)
    {
        if (x >= StirlingStart)
        {
            double inverse = 1.0 / x;
            return Math.Log(x) - Math.FusedMultiplyAdd(0.5, inverse, DigammaSeries(inverse));
        }

        if (x >= 0.5)
        {
            return DigammaOnePlus(x - 1.0);
        }

        if (x >= -0.5)
        {
            // psi(x) = psi(1 + x) - 1 / x. The division is corrected to first order as the terms nearly cancel towards the root
            // -0.504...; a quotient that overflowed, or that of a denormal, has no correction.
            double quotient = 1.0 / x;
            double quotientLow = Math.Abs(quotient) < 1e15 ? Math.FusedMultiplyAdd(-quotient, x, 1.0) * quotient : 0.0;
            return DigammaOnePlus(x) - quotientLow - quotient;
        }

        return ReflectedDigamma(-x);
    }

    /// <summary>psi(1 + t) for -1/2 &lt;= t &lt; 7. Taking t and not 1 + t keeps all the digits of a small t.</summary>
    private static double DigammaOnePlus(double t)
    {
        double x = 1.0 + t;
        ReadOnlySpan<double> row = DigammaTable.GetRow(x, out double centre);
        double factor = x < DigammaTable.RootEnd ? t - DigammaRootHigh - DigammaRootLow : 1.0;
        return Polynomials.Evaluate(row, t - (centre - 1.0), factor);
    }

    /// <summary>ln x - 1 / (2 x) - psi(x), as a function of the inverse of x.</summary>
    private static double DigammaSeries(double inverse)
    {
        double square = inverse * inverse;
        return Polynomials.Evaluate(DigammaCoefficients, square) * square;
    }

    /// <summary>psi(-y) = psi(1 + y) + pi cot(pi y) for y above 1/2, or NaN.</summary>
    private static double ReflectedDigamma(double y)
    {
        double distance = y - Math.Round(y);
        if (distance == 0.0 || !double.IsFinite(y))
        {
            return double.NaN;
        }

        // Near a root the two terms cancel, so both are kept with extra digits where they are large.
        double cotangent = PiCotangent(distance, out double cotangentLow);
        double regular;
        double regularLow;
        if (y < AsymptoticStart)
        {
            regular = DigammaOnePlus(y);
            regularLow = 0.0;
        }
        else
        {
            // psi(1 + y) = psi(y) + 1 / y: the sign of 1 / (2 y) changes.
            double inverse = 1.0 / y;
            regular = ExtendedLogarithm.Evaluate(y, out regularLow);
            regularLow += Math.FusedMultiplyAdd(0.5, inverse, -DigammaSeries(inverse));
        }

        // Two-sum of the leading parts, whichever is the larger.
        double sum = regular + cotangent;
        double part = sum - regular;
        double sumLow = regular - (sum - part) + (cotangent - part);
        return sum + (sumLow + (regularLow + cotangentLow));
    }

    /// <summary>pi cot(pi r) for 0 &lt; |r| &lt;= 1/2 as an unevaluated sum; absolute error below 2^-53 plus 2^-100 / |r|.</summary>
    private static double PiCotangent(double r, out double low)
    {
        // 1 / r - pi^2 r / 3 + r^3 p(r^2): the first two terms with their roundings, the last one is at most 0.3.
        double square = r * r;
        double quotient = 1.0 / r;
        double quotientLow = Math.FusedMultiplyAdd(-quotient, r, 1.0) * quotient;
        double linear = r * CotangentSlope;
        double linearLow = Math.FusedMultiplyAdd(r, CotangentSlope, -linear) + (r * CotangentSlopeLow);
        double cubic = r * square * Polynomials.Evaluate(CotangentCoefficients, square);

        // Fast two-sum: 1 / |r| is at least 2, the other term at most 1.7.
        double high = quotient + linear;
        low = linear - (high - quotient) + (quotientLow + linearLow + cubic);
        return high;
    }
}
