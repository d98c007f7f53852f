using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <content>
/// Roots, constants, and the power series of the elementary functions, in integers scaled by <c>2^FixedBits</c>.
/// </content>
/// <remarks>
/// A series runs on a small argument whose leading factor has been split off, so its sum is near one, and an absolute error of
/// <c>2^-FixedBits</c> a term is a relative one.
/// </remarks>
internal readonly partial struct BigReal
{
    private const int FixedBits = 352;

    private static readonly Lock PiLock = new();
    private static BigInteger _piDigits;
    private static int _piBits;

    public static BigReal Pi => Constants.Pi;

    public static BigReal Ln2 => Constants.Ln2;

    private static BigInteger FixedOne => Constants.FixedOne;

    public static BigReal Sqrt(BigReal value)
    {
        if (value.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The square root needs a value that is not negative.");
        }

        if (value.Sign == 0)
        {
            return Zero;
        }

        BigInteger radicand = RootRadicand(value, 2, out long exponent);
        BigInteger root = FirstRoot(radicand, 2);
        for (int step = 0; step < 3; step++)
        {
            root = (root + (radicand / root)) >> 1;
        }

        return Truncated(root, exponent);
    }

    public static BigReal Cbrt(BigReal value)
    {
        if (value.Sign == 0)
        {
            return Zero;
        }

        BigInteger radicand = RootRadicand(Abs(value), 3, out long exponent);
        BigInteger root = FirstRoot(radicand, 3);
        for (int step = 0; step < 3; step++)
        {
            root = ((root << 1) + (radicand / (root * root))) / 3;
        }

        BigReal result = Truncated(root, exponent);
        return value.Sign < 0 ? -result : result;
    }

    /// <summary>Scales the value to an integer whose root of the given degree has a few more than <see cref="Precision"/> bits.</summary>
    private static BigInteger RootRadicand(BigReal value, int degree, out long exponent)
    {
        long shift = (degree * (Precision + 8)) - value._mantissa.GetBitLength();
        long remainder = (value._exponent - shift) % degree;
        shift += remainder < 0 ? remainder + degree : remainder;
        exponent = (value._exponent - shift) / degree;
        return value._mantissa << (int)shift;
    }

    /// <summary>A root good to some 48 bits, which three Newton steps make more than 300.</summary>
    private static BigInteger FirstRoot(BigInteger radicand, int degree)
    {
        int dropped = (int)radicand.GetBitLength() - (50 * degree);
        dropped -= dropped % degree;
        double head = (double)(radicand >> dropped);
        double root = degree == 2 ? Math.Sqrt(head) : Math.Cbrt(head);
        return new BigInteger(root) << (dropped / degree);
    }

    private BigInteger ToFixed()
    {
        long shift = _exponent + FixedBits;
        if (shift >= 0)
        {
            return _mantissa << (int)shift;
        }

        return Magnitude < -FixedBits ? BigInteger.Zero : _mantissa >> (int)-shift;
    }

    private static BigReal FromFixed(BigInteger value) => Truncated(value, -FixedBits);

    private static BigInteger MultiplyFixed(BigInteger left, BigInteger right) => (left * right) >> FixedBits;

    /// <summary><c>(e^s - 1) / s</c>, the sum of <c>s^k / (k + 1)!</c>.</summary>
    private static BigInteger ExpM1Series(BigInteger s)
    {
        BigInteger term = FixedOne;
        BigInteger sum = term;
        for (int k = 2; !term.IsZero; k++)
        {
            term = MultiplyFixed(term, s) / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>
    /// The sum of <c>z^k divisor! / (2k + divisor)!</c>: with <c>z = -s^2</c> this is <c>cos(s)</c> for divisor 0 and
    /// <c>sin(s) / s</c> for divisor 1.
    /// </summary>
    private static BigInteger FactorialSeries(BigInteger z, int divisor)
    {
        BigInteger term = FixedOne;
        BigInteger sum = term;
        for (int k = divisor + 1; !term.IsZero; k += 2)
        {
            term = MultiplyFixed(term, z) / (k * (k + 1));
            sum += term;
        }

        return sum;
    }

    /// <summary>The sum of <c>z^k / (2k + 1)</c>: <c>atanh(u) / u</c> for <c>z = u^2</c>, <c>atan(u) / u</c> for <c>z = -u^2</c>.</summary>
    private static BigInteger OddReciprocalSeries(BigInteger z)
    {
        BigInteger power = FixedOne;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power = MultiplyFixed(power, z);
            sum += power / k;
        }

        return sum;
    }

    /// <summary>The arctangent (sign -1) or area tangent (sign +1) of <c>numerator / denominator</c>, times <c>2^bits</c>.</summary>
    private static BigInteger InverseTangent(int numerator, int denominator, int sign, int bits)
    {
        BigInteger upper = sign * numerator * numerator;
        BigInteger lower = (BigInteger)denominator * denominator;
        BigInteger power = ((BigInteger)numerator << bits) / denominator;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power = power * upper / lower;
            sum += power / k;
        }

        return sum;
    }

    /// <summary>Pi times <c>2^bits</c>, to within a few units; the longest value asked for is kept.</summary>
    private static BigInteger PiScaled(int bits)
    {
        lock (PiLock)
        {
            if (bits > _piBits)
            {
                // Machin: pi = 16 atan(1/5) - 4 atan(1/239). The guard bits take the truncation of some thousand terms.
                int length = Math.Max(2 * bits, 2048);
                int work = length + 32;
                _piDigits = ((InverseTangent(1, 5, -1, work) << 4) - (InverseTangent(1, 239, -1, work) << 2)) >> 32;
                _piBits = length;
            }

            return _piDigits >> (_piBits - bits);
        }
    }

    private static class Constants
    {
        internal static readonly BigInteger FixedOne = BigInteger.One << FixedBits;

        internal static readonly BigReal Pi = Truncated(PiScaled(FixedBits), -FixedBits);

        internal static readonly BigReal SqrtPi = Sqrt(Pi);

        internal static readonly BigReal Sqrt2 = Sqrt(2);

        // ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749), with guard bits that are then dropped.
        internal static readonly BigInteger FixedLn2 =
            ((18 * InverseTangent(1, 26, 1, FixedBits + 32))
            - (2 * InverseTangent(1, 4801, 1, FixedBits + 32))
            + (8 * InverseTangent(1, 8749, 1, FixedBits + 32))) >> 32;

        internal static readonly BigReal Ln2 = FromFixed(FixedLn2);

        internal static readonly BigReal HalfLogTwoPi = ScaleB(Log(2 * Pi), -1);
    }
}
