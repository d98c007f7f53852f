using System.Globalization;
using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <summary>
/// A binary floating-point number of about 288 bits, the reference against which doubles are judged.
/// </summary>
/// <remarks>
/// The value is <c>Mantissa * 2^Exponent</c>. Results are truncated to <see cref="Precision"/> bits, which leaves some 80 bits of
/// guard below the 60 decimal digits that the functions promise. There are no infinities, NaNs or signed zeros: domain errors and
/// poles throw, and an exponential outside <c>2^±2^40</c> is held there, far beyond the range of a double on both sides.
/// </remarks>
internal readonly partial struct BigReal : IComparable<BigReal>, IEquatable<BigReal>
{
    /// <summary>The most bits that a mantissa keeps.</summary>
    public const int Precision = 288;

    private const int DoubleMantissaBits = 53;
    private const int DoubleMinExponent = -1074;
    private const int DoubleOverflowExponent = 1024;
    private const long ZeroMagnitude = long.MinValue / 4;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;

    private BigReal(BigInteger mantissa, long exponent)
    {
        _mantissa = mantissa;
        _exponent = exponent;
    }

    public static BigReal Zero => default;

    public static BigReal One { get; } = new(BigInteger.One, 0);

    public BigInteger Mantissa => _mantissa;

    public long Exponent => _exponent;

    public int Sign => _mantissa.Sign;

    /// <summary>Whether the value is a whole number.</summary>
    public bool IsInteger
    {
        get
        {
            if (_exponent >= 0 || _mantissa.IsZero)
            {
                return true;
            }

            return -_exponent <= Precision && (_mantissa & ((BigInteger.One << (int)-_exponent) - 1)).IsZero;
        }
    }

    /// <summary>An exponent <c>t</c> with <c>2^(t-1) &lt;= |value| &lt;= 2^t</c>, and one below all others for zero.</summary>
    public long Magnitude => _mantissa.IsZero ? ZeroMagnitude : _exponent + _mantissa.GetBitLength();

    public static implicit operator BigReal(double value) => FromDouble(value);

    public static BigReal operator +(BigReal left, BigReal right)
    {
        if (left._mantissa.IsZero)
        {
            return right;
        }

        if (right._mantissa.IsZero)
        {
            return left;
        }

        // An operand wholly below the guard bits of the other is dropped, or the shift below could ask for unbounded memory.
        long gap = left.Magnitude - right.Magnitude;
        if (Math.Abs(gap) > Precision + 4)
        {
            return gap > 0 ? left : right;
        }

        long shift = left._exponent - right._exponent;
        return shift >= 0
            ? Truncated((left._mantissa << (int)shift) + right._mantissa, right._exponent)
            : Truncated(left._mantissa + (right._mantissa << (int)-shift), left._exponent);
    }

    public static BigReal operator -(BigReal left, BigReal right) => left + -right;

    public static BigReal operator -(BigReal value) => new(-value._mantissa, value._exponent);

    public static BigReal operator *(BigReal left, BigReal right) =>
        Truncated(left._mantissa * right._mantissa, left._exponent + right._exponent);

    public static BigReal operator /(BigReal left, BigReal right)
    {
        if (right._mantissa.IsZero)
        {
            throw new DivideByZeroException();
        }

        long needed = Precision + 4 + right._mantissa.GetBitLength() - left._mantissa.GetBitLength();
        int shift = (int)Math.Max(0, needed);
        return Truncated((left._mantissa << shift) / right._mantissa, left._exponent - right._exponent - shift);
    }

    public static bool operator ==(BigReal left, BigReal right) => left.CompareTo(right) == 0;

    public static bool operator !=(BigReal left, BigReal right) => left.CompareTo(right) != 0;

    public static bool operator <(BigReal left, BigReal right) => left.CompareTo(right) < 0;

    public static bool operator >(BigReal left, BigReal right) => left.CompareTo(right) > 0;

    public static bool operator <=(BigReal left, BigReal right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BigReal left, BigReal right) => left.CompareTo(right) >= 0;

    /// <summary>The exact value of a finite double.</summary>
    public static BigReal FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite values have a reference.");
        }

        if (value == 0)
        {
            return Zero;
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long mantissa = biased == 0 ? fraction : fraction | (1L << 52);

        // Short mantissas make the products that follow cheap, so the trailing zeros go into the exponent.
        int zeros = BitOperations.TrailingZeroCount(mantissa);
        mantissa >>= zeros;
        return new BigReal(bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) + DoubleMinExponent - 1 + zeros);
    }

    /// <summary>An integer, truncated to <see cref="Precision"/> bits where it is longer.</summary>
    public static BigReal FromInteger(BigInteger value) => Truncated(value, 0);

    /// <summary>The value times a power of two, exactly.</summary>
    public static BigReal ScaleB(BigReal value, long power) => new(value._mantissa, value._exponent + power);

    public static BigReal Abs(BigReal value) => new(BigInteger.Abs(value._mantissa), value._exponent);

    /// <summary>The nearest double, ties to even, with gradual underflow and overflow to infinity.</summary>
    public double ToDouble()
    {
        if (_mantissa.IsZero)
        {
            return 0;
        }

        BigInteger magnitude = BigInteger.Abs(_mantissa);
        long top = _exponent + magnitude.GetBitLength();
        if (top > DoubleOverflowExponent)
        {
            return _mantissa.Sign * double.PositiveInfinity;
        }

        if (top < DoubleMinExponent)
        {
            return _mantissa.Sign * 0.0;
        }

        // The spacing of doubles around the value: constant below the normal range, which is what makes underflow gradual.
        long quantum = Math.Max(top - DoubleMantissaBits, DoubleMinExponent);
        long shift = quantum - _exponent;
        BigInteger quanta = shift <= 0 ? magnitude << (int)-shift : ShiftRightToNearestEven(magnitude, (int)shift);

        // Both factors are exact, and so is the product unless it rounds up to 2^1024, which ScaleB makes an infinity.
        return _mantissa.Sign * Math.ScaleB((double)(long)quanta, (int)quantum);
    }

    public int CompareTo(BigReal other) => (this - other)._mantissa.Sign;

    public bool Equals(BigReal other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is BigReal other && Equals(other);

    // Equal values may have different mantissas, but never different nearest doubles.
    public override int GetHashCode() => ToDouble().GetHashCode();

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The nearest integer, ties upwards; only for values of moderate size.</summary>
    private BigInteger RoundToInteger()
    {
        if (_exponent >= 0)
        {
            return _mantissa << (int)_exponent;
        }

        if (Magnitude < -1)
        {
            return BigInteger.Zero;
        }

        int shift = (int)-_exponent;
        return (_mantissa + (BigInteger.One << (shift - 1))) >> shift;
    }

    private static BigReal Truncated(BigInteger mantissa, long exponent)
    {
        int excess = (int)mantissa.GetBitLength() - Precision;
        return excess > 0 ? new BigReal(mantissa >> excess, exponent + excess) : new BigReal(mantissa, exponent);
    }

    private static BigInteger ShiftRightToNearestEven(BigInteger magnitude, int shift)
    {
        BigInteger quotient = magnitude >> shift;
        BigInteger remainder = magnitude - (quotient << shift);
        int comparison = remainder.CompareTo(BigInteger.One << (shift - 1));
        bool up = comparison > 0 || (comparison == 0 && !quotient.IsEven);
        return up ? quotient + 1 : quotient;
    }
}
