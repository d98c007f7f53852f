using System.Collections.Concurrent;
using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <content>The logarithm of the gamma function and its derivatives.</content>
internal readonly partial struct BigReal
{
    // Where the asymptotic series of the gamma family starts; its least term there is about e^(-2 pi 56) = 2^-507.
    private const int StirlingStart = 56;
    private const int StirlingTerms = 100;

    // log Gamma is summed as a Taylor series within 2^-10 of its zeros 1 and 2, where 30 terms reach 2^-300.
    private const int GammaTaylorBits = 10;
    private const int GammaTaylorTerms = 30;

    private static readonly ConcurrentDictionary<int, BigReal[]> StirlingCache = new();

    /// <summary><c>log |Gamma(x)|</c>.</summary>
    public static BigReal LogGamma(BigReal x)
    {
        RejectPole(x);
        if (x.Sign < 0)
        {
            // |Gamma(x) Gamma(1 - x) sin(pi x)| = pi.
            return Log(Pi / Abs(SinCosPi(x).Sin)) - LogGamma(One - x);
        }

        for (int zero = 1; zero <= 2; zero++)
        {
            if ((x - zero).Magnitude <= -GammaTaylorBits)
            {
                return LogGammaTaylor(x - zero, zero == 1 ? GammaTaylor.AtOne : GammaTaylor.AtTwo);
            }
        }

        // Gamma(x) = Gamma(x + n) / (x (x + 1) ... (x + n - 1)).
        BigReal product = One;
        BigReal shifted = x;
        while (shifted < StirlingStart)
        {
            product *= shifted;
            shifted += One;
        }

        BigReal stirling = ((shifted - 0.5) * Log(shifted)) - shifted + Constants.HalfLogTwoPi + (shifted * StirlingSum(-1, shifted));
        return product == One ? stirling : stirling - Log(product);
    }

    public static BigReal Digamma(BigReal x) => Polygamma(0, x);

    /// <summary>The derivative of order n of the digamma function.</summary>
    public static BigReal Polygamma(int n, BigReal x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        RejectPole(x);
        if (x.Sign > 0)
        {
            return PolygammaPositive(n, x);
        }

        // psi_n(x) = (-1)^n psi_n(1 - x) - pi d^n/dx^n cot(pi x).
        BigReal reflected = PolygammaPositive(n, One - x);
        return (int.IsEvenInteger(n) ? reflected : -reflected) - (Pi * CotangentDerivative(n, x));
    }

    private static BigReal LogGammaTaylor(BigReal z, BigReal[] coefficients)
    {
        BigReal sum = Zero;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum + coefficients[k]) * z;
        }

        return sum;
    }

    private static BigReal PolygammaPositive(int n, BigReal x)
    {
        // psi_n(x) = (-1)^(n+1) n! times the sum of (x + i)^(-n-1) for the first i, and psi_n(x + m) for the rest.
        BigReal shifted = x;
        BigReal sum = Zero;
        while (shifted < StirlingStart + n)
        {
            sum += One / IntegerPower(shifted, n + 1);
            shifted += One;
        }

        BigReal reciprocal = One / shifted;
        BigReal series = StirlingSum(n, shifted) + ScaleB(FromInteger(Factorial(n)) * reciprocal, -1);
        if (n == 0)
        {
            return Log(shifted) - series - sum;
        }

        series = (series + FromInteger(Factorial(n - 1))) * IntegerPower(reciprocal, n);
        BigReal result = (FromInteger(Factorial(n)) * sum) + series;
        return int.IsEvenInteger(n) ? -result : result;
    }

    /// <summary>
    /// The sum over k of <c>B_2k (2k + n - 1)! / (2k)! x^(-2k)</c>, the tail of the asymptotic series of <c>psi_n</c>;
    /// with <c>n = -1</c> the one of <c>log Gamma</c>, divided by x.
    /// </summary>
    private static BigReal StirlingSum(int n, BigReal x)
    {
        BigReal[] coefficients = StirlingCache.GetOrAdd(n, StirlingCoefficients);
        BigReal z = One / (x * x);
        int count = 1;
        while (count < StirlingTerms && coefficients[count].Magnitude + (count * z.Magnitude) > coefficients[0].Magnitude - Precision)
        {
            count++;
        }

        BigReal sum = Zero;
        for (int k = count - 1; k >= 0; k--)
        {
            sum = (sum + coefficients[k]) * z;
        }

        return sum;
    }

    private static BigReal[] StirlingCoefficients(int n)
    {
        BigReal[] coefficients = new BigReal[StirlingTerms];
        for (int k = 1; k <= StirlingTerms; k++)
        {
            // B_2k = (-1)^(k-1) 2k T_k / (4^k (4^k - 1)) with the tangent numbers T_k.
            BigInteger power = BigInteger.One << (2 * k);
            BigInteger numerator = 2 * k * TangentNumbers.Values[k] * Factorial((2 * k) + n - 1);
            BigReal value = FromInteger(numerator) / FromInteger(power * (power - 1) * Factorial(2 * k));
            coefficients[k - 1] = int.IsOddInteger(k) ? value : -value;
        }

        return coefficients;
    }

    /// <summary><c>d^n/dx^n cot(pi x)</c>.</summary>
    private static BigReal CotangentDerivative(int n, BigReal x)
    {
        // As a polynomial in c = cot(pi x): P_0 = c and P_(k+1) = -pi (1 + c^2) P_k'. All its terms have one sign.
        BigInteger[] polynomial = [BigInteger.Zero, BigInteger.One];
        for (int order = 0; order < n; order++)
        {
            BigInteger[] next = new BigInteger[polynomial.Length + 1];
            for (int k = 1; k < polynomial.Length; k++)
            {
                next[k - 1] -= k * polynomial[k];
                next[k + 1] -= k * polynomial[k];
            }

            polynomial = next;
        }

        (BigReal sin, BigReal cos) = SinCosPi(x);
        BigReal cot = cos / sin;
        BigReal sum = Zero;
        for (int k = polynomial.Length - 1; k >= 0; k--)
        {
            sum = (sum * cot) + FromInteger(polynomial[k]);
        }

        return sum * IntegerPower(Pi, n);
    }

    private static BigReal IntegerPower(BigReal x, int power)
    {
        BigReal result = One;
        for (int i = 0; i < power; i++)
        {
            result *= x;
        }

        return result;
    }

    private static BigInteger Factorial(int n)
    {
        BigInteger result = BigInteger.One;
        for (int i = 2; i <= n; i++)
        {
            result *= i;
        }

        return result;
    }

    private static void RejectPole(BigReal x)
    {
        if (x.Sign <= 0 && x.IsInteger)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The gamma function has a pole here.");
        }
    }

    /// <summary>The tangent numbers, by the all-integer scheme of Brent and Harvey.</summary>
    private static class TangentNumbers
    {
        internal static readonly BigInteger[] Values = Build();

        private static BigInteger[] Build()
        {
            BigInteger[] values = new BigInteger[StirlingTerms + 1];
            values[1] = BigInteger.One;
            for (int k = 2; k <= StirlingTerms; k++)
            {
                values[k] = (k - 1) * values[k - 1];
            }

            for (int k = 2; k <= StirlingTerms; k++)
            {
                for (int j = k; j <= StirlingTerms; j++)
                {
                    values[j] = ((j - k) * values[j - 1]) + ((j - k + 2) * values[j]);
                }
            }

            return values;
        }
    }

    /// <summary>The coefficients <c>psi_(k-1)(c) / k!</c> of <c>log Gamma</c> around <c>c = 1</c> and <c>c = 2</c>, from k = 1 on.</summary>
    private static class GammaTaylor
    {
        internal static readonly BigReal[] AtOne = Build(1);

        internal static readonly BigReal[] AtTwo = Build(2);

        private static BigReal[] Build(int center)
        {
            BigReal[] coefficients = new BigReal[GammaTaylorTerms];
            for (int k = 1; k <= coefficients.Length; k++)
            {
                coefficients[k - 1] = Polygamma(k - 1, center) / FromInteger(Factorial(k));
            }

            return coefficients;
        }
    }
}
