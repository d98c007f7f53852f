using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <content>Trigonometric functions and their inverses.</content>
internal readonly partial struct BigReal
{
    private const long LargestReducedMagnitude = 1 << 14;

    public static BigReal Sin(BigReal x) => SinCos(x).Sin;

    public static BigReal Cos(BigReal x) => SinCos(x).Cos;

    public static BigReal Tan(BigReal x)
    {
        (BigReal sin, BigReal cos) = SinCos(x);
        return sin / cos;
    }

    public static BigReal Atan(BigReal x)
    {
        BigReal magnitude = Abs(x);
        BigReal result = magnitude > One ? ScaleB(Pi, -1) - AtanUnit(One / magnitude) : AtanUnit(magnitude);
        return x.Sign < 0 ? -result : result;
    }

    /// <summary>The angle of the point (x, y), in <c>(-pi, pi]</c>; the origin has the angle zero.</summary>
    public static BigReal Atan2(BigReal y, BigReal x)
    {
        if (y.Sign == 0)
        {
            return x.Sign < 0 ? Pi : Zero;
        }

        // The angle to the nearer axis is the one whose tangent is at most one in size.
        BigReal absX = Abs(x);
        BigReal absY = Abs(y);
        BigReal result = absY <= absX ? AtanUnit(absY / absX) : ScaleB(Pi, -1) - AtanUnit(absX / absY);
        if (x.Sign < 0)
        {
            result = Pi - result;
        }

        return y.Sign < 0 ? -result : result;
    }

    // 1 - x and 1 + x are exact near the ends of the domain, where 1 - x^2 would lose digits.
    public static BigReal Asin(BigReal x) => Atan2(x, Sqrt((One - x) * (One + x)));

    public static BigReal Acos(BigReal x) => ScaleB(Atan2(Sqrt(One - x), Sqrt(One + x)), 1);

    private static (BigReal Sin, BigReal Cos) SinCos(BigReal x)
    {
        if (x.Magnitude < 0)
        {
            return SinCosReduced(x);
        }

        BigReal rest = ReduceByHalfPi(x, out int quadrant);
        return Rotate(SinCosReduced(rest), quadrant);
    }

    /// <summary>The sine and cosine of <c>pi x</c>, whose argument reduction is exact.</summary>
    private static (BigReal Sin, BigReal Cos) SinCosPi(BigReal x)
    {
        BigInteger halves = ScaleB(x, 1).RoundToInteger();
        BigReal rest = x - ScaleB(FromInteger(halves), -1);
        return Rotate(SinCosReduced(Pi * rest), (int)(halves & 3));
    }

    private static (BigReal Sin, BigReal Cos) Rotate((BigReal Sin, BigReal Cos) point, int quadrant) => quadrant switch
    {
        0 => point,
        1 => (point.Cos, -point.Sin),
        2 => (-point.Sin, -point.Cos),
        _ => (-point.Cos, point.Sin),
    };

    /// <summary>The x of least size that differs from the argument by a multiple of <c>pi / 2</c>, to full relative accuracy.</summary>
    private static BigReal ReduceByHalfPi(BigReal x, out int quadrant)
    {
        // Far beyond the doubles a digit of pi for every bit of the argument is no longer a sensible price.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x.Magnitude, LargestReducedMagnitude, nameof(x));
        int integerBits = (int)Math.Max(0, x.Magnitude);
        for (int guard = 96; ; guard *= 2)
        {
            // The multiple has integerBits bits, and the error of pi is multiplied by it.
            int bits = Math.Max(Precision + guard + integerBits, (int)Math.Max(0, -x._exponent));
            BigInteger halfPi = PiScaled(bits - 1);
            BigInteger multiple = BigInteger.DivRem(x._mantissa << (int)(bits + x._exponent), halfPi, out BigInteger rest);
            BigInteger doubled = BigInteger.Abs(rest) << 1;
            if (doubled > halfPi)
            {
                multiple += rest.Sign;
                rest -= rest.Sign * halfPi;
            }

            // An argument very near a multiple of pi / 2 cancels more bits than the guard holds, and needs a longer pi.
            if (rest.GetBitLength() > Precision + integerBits + 8)
            {
                quadrant = (int)(multiple & 3);
                return Truncated(rest, -bits);
            }
        }
    }

    /// <summary>Sine and cosine for <c>|r| &lt;= 1</c>, by the addition theorem on <c>r = j / 64 + s</c>.</summary>
    private static (BigReal Sin, BigReal Cos) SinCosReduced(BigReal r)
    {
        int j = (int)ScaleB(r, TableBits).RoundToInteger();
        BigReal s = r - ScaleB(j, -TableBits);
        BigInteger fixedS = s.ToFixed();
        BigInteger z = -MultiplyFixed(fixedS, fixedS);
        BigReal sin = s * FromFixed(FactorialSeries(z, 1));
        BigReal cos = FromFixed(FactorialSeries(z, 0));
        if (j == 0)
        {
            return (sin, cos);
        }

        (BigReal tableSin, BigReal tableCos) = SinCosTable.Values[Math.Abs(j)];
        tableSin = j < 0 ? -tableSin : tableSin;
        return ((tableSin * cos) + (tableCos * sin), (tableCos * cos) - (tableSin * sin));
    }

    /// <summary>The arctangent for <c>0 &lt;= x &lt;= 1</c>.</summary>
    private static BigReal AtanUnit(BigReal x)
    {
        // atan x = atan f + atan((x - f) / (1 + x f)) with f = j / 64.
        int j = (int)ScaleB(x, TableBits).RoundToInteger();
        BigReal f = ScaleB(j, -TableBits);
        BigReal t = j == 0 ? x : (x - f) / (One + (x * f));
        BigInteger fixedT = t.ToFixed();
        BigReal series = t * FromFixed(OddReciprocalSeries(-MultiplyFixed(fixedT, fixedT)));
        return FromFixed(AtanTable.Values[j]) + series;
    }

    /// <summary>Sine and cosine of <c>j / 64</c> up to one.</summary>
    private static class SinCosTable
    {
        internal static readonly (BigReal Sin, BigReal Cos)[] Values = Build();

        private static (BigReal Sin, BigReal Cos)[] Build()
        {
            (BigInteger Sin, BigInteger Cos)[] values = new (BigInteger, BigInteger)[(1 << TableBits) + 1];
            BigInteger z = -(FixedOne >> (2 * TableBits));
            BigInteger sin = FactorialSeries(z, 1) >> TableBits;
            BigInteger cos = FactorialSeries(z, 0);
            values[0] = (BigInteger.Zero, FixedOne);
            for (int j = 1; j < values.Length; j++)
            {
                (BigInteger previousSin, BigInteger previousCos) = values[j - 1];
                values[j] = (
                    MultiplyFixed(previousSin, cos) + MultiplyFixed(previousCos, sin),
                    MultiplyFixed(previousCos, cos) - MultiplyFixed(previousSin, sin));
            }

            return Array.ConvertAll(values, pair => (FromFixed(pair.Sin), FromFixed(pair.Cos)));
        }
    }

    /// <summary><c>atan(j / 64)</c> up to one, where neighbours differ by <c>atan(64 / (64^2 + j (j - 1)))</c>.</summary>
    private static class AtanTable
    {
        internal static readonly BigInteger[] Values = Build();

        private static BigInteger[] Build()
        {
            const int Count = 1 << TableBits;
            BigInteger[] values = new BigInteger[Count + 1];
            for (int j = 1; j <= Count; j++)
            {
                values[j] = values[j - 1] + InverseTangent(Count, (Count * Count) + (j * (j - 1)), -1, FixedBits);
            }

            return values;
        }
    }
}
