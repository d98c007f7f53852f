namespace Autodiff.Kernels;

/// <summary>The Hurwitz zeta function zeta(s, a), the sum of 1 / (a + k)^s over k &gt;= 0, for integers s &gt;= 2 and a &gt; 0.</summary>
internal static class HurwitzZeta
{
    /// <summary>Up to this exponent repeated multiplication is as accurate as Math.Pow, and faster.</summary>
    private const double LargestProduct = 16.0;

    /// <summary>The asymptotic series is used for a at least s + 9, where its 11 terms reach double precision.</summary>
    private const double AsymptoticOffset = 9.0;

    /// <summary>Beside a sum, what is smaller by this factor does not matter.</summary>
    private const double Negligible = 1e-18;

    /// <summary>
    /// (B_2k / (2k)!) / (B_2k-2 / (2k-2)!) for k = 11, 10, ..., 2, where B_k are the Bernoulli numbers: what turns a term of the
    /// asymptotic series into the next one, but for the powers of a and the Pochhammer symbol.
    /// </summary>
    private static ReadOnlySpan<double> BernoulliRatios =>
    [
        -0.025330277786482922, -0.02533022338183393, -0.025330005504037488, -0.025329131652661065,
        -0.02532561505065123, -0.02531135531135531, -0.025252525252525252, -0.025,
        -0.023809523809523808, -0.016666666666666666,
    ];

    /// <summary>
    /// a^s zeta(s, a), the sum of (a / (a + k))^s over k &gt;= 0, for finite a &gt; 0. The factor keeps all terms in the range of double.
    /// The relative error is a few ulp for small s and grows slowly with s.
    /// </summary>
    internal static double Relative(double s, double a)
    {
        // The first term is 1 and the largest, so that a fast two-sum finds the rounding of every addition.
        double sum = 0.0;
        double sumLow = 0.0;
        double shifted = a;
        double end = s + AsymptoticOffset;
        for (double k = 1.0; shifted < end; k++)
        {
            double term = Power(a / shifted, s);
            double next = sum + term;
            sumLow += term - (next - sum);
            sum = next;
            shifted = a + k;

            // All that follows this term is below (a + k) times it, by comparison with an integral.
            if (term * shifted < Negligible * sum)
            {
                return sum + sumLow;
            }
        }

        return sum + (sumLow + (Power(a / shifted, s) * RelativeTail(s, shifted)));
    }

    /// <summary>x^s for an integer s &gt;= 1.</summary>
    internal static double Power(double x, double s)
    {
        if (s > LargestProduct)
        {
            return Math.Pow(x, s);
        }

        double power = x;
        for (double i = 1.0; i < s; i++)
        {
            power *= x;
        }

        return power;
    }

    /// <summary>
    /// a^s zeta(s, a) for a &gt;= s + 9 from its asymptotic series, in nested form (DLMF 25.11.43):
    /// a / (s - 1) + 1/2 + (sum of B_2k / (2k)! s (s + 1) ... (s + 2k - 2) / a^(2k - 1) over k = 1, ..., 11).
    /// </summary>
    private static double RelativeTail(double s, double a)
    {
        double inverse = 1.0 / a;
        double inverseSquare = inverse * inverse;
        double nested = 1.0;
        double factor = s + 19.0;
        foreach (double ratio in BernoulliRatios)
        {
            nested = Math.FusedMultiplyAdd(nested, ratio * inverseSquare * (factor * (factor + 1.0)), 1.0);
            factor -= 2.0;
        }

        return (a / (s - 1.0)) + Math.FusedMultiplyAdd(s / 12.0 * inverse, nested, 0.5);
    }
}
