using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <content>Exponentials, logarithms, powers, and the functions made of them.</content>
internal readonly partial struct BigReal
{
    // Exponentials beyond 2^(±2^40) are held there, so that exponents stay far from the range of a long.
    private const int SaturationBits = 40;

    // The tables of exp, sin, cos and atan step by 2^-6; the one of log by 2^-7 over [2^-1/2, 2^1/2].
    private const int TableBits = 6;
    private const int LogTableBits = 7;
    private const int LogTableFirst = 88;
    private const int LogTableLast = 184;

    public static BigReal Exp(BigReal x)
    {
        if (x.Magnitude > SaturationBits)
        {
            return ScaleB(One, x.Sign * (1L << SaturationBits));
        }

        // x = n ln 2 + j / 64 + s with 0 <= n ln 2 + j / 64 and |s| <= 1 / 128.
        BigInteger quotient = BigInteger.DivRem(x.ToFixed(), Constants.FixedLn2, out BigInteger rest);
        if (rest.Sign < 0)
        {
            quotient -= 1;
            rest += Constants.FixedLn2;
        }

        int j = (int)((rest + (FixedOne >> (TableBits + 1))) >> (FixedBits - TableBits));
        BigInteger s = rest - ((BigInteger)j << (FixedBits - TableBits));
        BigInteger power = FixedOne + MultiplyFixed(s, ExpM1Series(s));
        return ScaleB(FromFixed(MultiplyFixed(ExpTable.Values[j], power)), (long)quotient);
    }

    /// <summary><c>e^x - 1</c>.</summary>
    public static BigReal ExpM1(BigReal x)
    {
        // Beyond this range the subtraction costs no more than a few of the guard bits.
        return x.Magnitude < -TableBits ? x * FromFixed(ExpM1Series(x.ToFixed())) : Exp(x) - One;
    }

    public static BigReal Log(BigReal x)
    {
        RequirePositive(x, nameof(x));

        // x = 2^e m with m about [2^-1/2, 2^1/2], so that nothing cancels between e ln 2 and log m.
        long e = x.Magnitude;
        BigReal m = ScaleB(x, -e);
        if (m.ToDouble() < 0.70710678)
        {
            m = ScaleB(m, 1);
            e--;
        }

        // m = f (1 + t) with f = j / 128. Near m = 1 this has f = 1, and the logarithm keeps its relative accuracy.
        BigInteger j = ScaleB(m, LogTableBits).RoundToInteger();
        BigReal index = FromInteger(j);
        BigReal series = LogP1Small((ScaleB(m, LogTableBits) - index) / index);
        return FromFixed((e * Constants.FixedLn2) + LogTable.Values[(int)j - LogTableFirst]) + series;
    }

    /// <summary><c>log(1 + x)</c>.</summary>
    public static BigReal LogP1(BigReal x) => x.Magnitude < -LogTableBits ? LogP1Small(x) : Log(One + x);

    /// <summary><c>x^y</c> for positive x, for negative x and whole y, and for zero x and y not negative.</summary>
    public static BigReal Pow(BigReal x, BigReal y)
    {
        if (y.Sign == 0)
        {
            return One;
        }

        if (x.Sign > 0)
        {
            return Exp(y * Log(x));
        }

        if (x.Sign == 0)
        {
            RequirePositive(y, nameof(y));
            return Zero;
        }

        if (!y.IsInteger)
        {
            throw new ArgumentOutOfRangeException(nameof(y), y, "A negative base needs a whole exponent.");
        }

        BigReal power = Exp(y * Log(-x));
        return ScaleB(y, -1).IsInteger ? power : -power;
    }

    public static BigReal Sinh(BigReal x)
    {
        // With u = e^x - 1: sinh x = (u + u / (1 + u)) / 2, a sum of equal signs.
        BigReal u = ExpM1(Abs(x));
        BigReal result = ScaleB(u + (u / (One + u)), -1);
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal Cosh(BigReal x)
    {
        BigReal power = Exp(Abs(x));
        return ScaleB(power + (One / power), -1);
    }

    public static BigReal Tanh(BigReal x)
    {
        // With u = e^(-2|x|) - 1: tanh |x| = -u / (2 + u).
        BigReal u = ExpM1(-ScaleB(Abs(x), 1));
        BigReal result = -u / (2 + u);
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal Asinh(BigReal x)
    {
        // asinh |x| = log1p(|x| + x^2 / (1 + sqrt(1 + x^2))).
        BigReal square = x * x;
        BigReal result = LogP1(Abs(x) + (square / (One + Sqrt(One + square))));
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal Acosh(BigReal x)
    {
        // With t = x - 1: acosh x = log1p(t + sqrt(t (t + 2))).
        BigReal t = x - One;
        return LogP1(t + Sqrt(t * (t + 2)));
    }

    public static BigReal Atanh(BigReal x)
    {
        // atanh |x| = log1p(2 |x| / (1 - |x|)) / 2.
        BigReal magnitude = Abs(x);
        RequirePositive(One - magnitude, nameof(x));
        BigReal result = ScaleB(LogP1(ScaleB(magnitude, 1) / (One - magnitude)), -1);
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal Hypot(BigReal x, BigReal y) => Sqrt((x * x) + (y * y));

    /// <summary><c>1 / (1 + e^-x)</c>.</summary>
    public static BigReal Sigmoid(BigReal x) => One / (One + Exp(-x));

    /// <summary><c>log(1 + e^x)</c>.</summary>
    public static BigReal Softplus(BigReal x) => x.Sign > 0 ? x + LogP1(Exp(-x)) : LogP1(Exp(x));

    /// <summary><c>log(1 + t)</c> for <c>|t|</c> about <c>1/128</c> or less.</summary>
    private static BigReal LogP1Small(BigReal t)
    {
        // log(1 + t) = 2 atanh(t / (2 + t)), an odd series that gains two bits for each one of the argument.
        BigReal u = t / (2 + t);
        BigInteger fixedU = u.ToFixed();
        return ScaleB(u * FromFixed(OddReciprocalSeries(MultiplyFixed(fixedU, fixedU))), 1);
    }

    private static void RequirePositive(BigReal value, string name)
    {
        if (value.Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "The function needs an argument inside its domain.");
        }
    }

    /// <summary><c>e^(j / 64)</c> for <c>0 &lt;= j / 64 &lt;= ln 2</c>.</summary>
    private static class ExpTable
    {
        internal static readonly BigInteger[] Values = Build();

        private static BigInteger[] Build()
        {
            BigInteger[] values = new BigInteger[46];
            values[0] = FixedOne;
            BigInteger step = FixedOne >> TableBits;
            BigInteger ratio = FixedOne + MultiplyFixed(step, ExpM1Series(step));
            for (int j = 1; j < values.Length; j++)
            {
                values[j] = MultiplyFixed(values[j - 1], ratio);
            }

            return values;
        }
    }

    /// <summary><c>log(j / 128)</c>, by <c>log((j + 1) / j) = 2 atanh(1 / (2j + 1))</c> from the zero at j = 128 both ways.</summary>
    private static class LogTable
    {
        internal static readonly BigInteger[] Values = Build();

        private static BigInteger[] Build()
        {
            BigInteger[] values = new BigInteger[LogTableLast - LogTableFirst + 1];
            int one = (1 << LogTableBits) - LogTableFirst;
            for (int i = one + 1; i < values.Length; i++)
            {
                values[i] = values[i - 1] + Step(i - 1);
            }

            for (int i = one - 1; i >= 0; i--)
            {
                values[i] = values[i + 1] - Step(i);
            }

            return values;
        }

        private static BigInteger Step(int i) => InverseTangent(1, (2 * (i + LogTableFirst)) + 1, 1, FixedBits) << 1;
    }
}
