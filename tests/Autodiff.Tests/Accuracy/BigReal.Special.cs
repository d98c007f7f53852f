using System.Numerics;

namespace Autodiff.Tests.Accuracy;

/// <content>The error function and its relatives.</content>
internal readonly partial struct BigReal
{
    public static BigReal Erf(BigReal x) => x.Magnitude < 0 ? ErfSmall(x) : x.Sign > 0 ? One - Erfc(x) : Erfc(-x) - One;

    public static BigReal Erfc(BigReal x)
    {
        if (x.Magnitude < 0)
        {
            return One - ErfSmall(x);
        }

        return x.Sign > 0 ? ErfcPositive(x) : 2 - ErfcPositive(-x);
    }

    /// <summary>The standard normal distribution function, <c>erfc(-x / sqrt 2) / 2</c>.</summary>
    public static BigReal NormalCdf(BigReal x) => ScaleB(Erfc(-x / Constants.Sqrt2), -1);

    private static BigReal ErfSmall(BigReal x)
    {
        // erf x = 2 x / sqrt(pi) times the sum of (-x^2)^k / (k! (2k + 1)).
        BigInteger fixedX = x.ToFixed();
        BigInteger z = -MultiplyFixed(fixedX, fixedX);
        BigInteger term = FixedOne;
        BigInteger sum = term;
        for (int k = 1; !term.IsZero; k++)
        {
            term = MultiplyFixed(term, z) / k;
            sum += term / ((2 * k) + 1);
        }

        return ScaleB(x, 1) * FromFixed(sum) / Constants.SqrtPi;
    }

    /// <summary>The complementary error function for <c>x >= 1/2</c>, to full relative accuracy however deep the tail.</summary>
    private static BigReal ErfcPositive(BigReal x)
    {
        // The trapezoidal rule of step h on erfc x = x e^(-x^2) / pi times the integral of e^(-t^2) / (t^2 + x^2) over the line
        // (Chiarella and Reichel, 1968): its relative error is about e^(-(pi/h)^2), 2^-297 here, once the residues of the poles
        // at t = ±ix are taken off, as long as these lie below the line Im t = pi / h.
        BigInteger square = (FromInteger(ErfcRule.StepSquared) / (x * x)).ToFixed() >> ErfcRule.StepSquaredBits;
        BigInteger sum = FixedOne >> 1;
        for (int k = 1; k < ErfcRule.Weights.Length; k++)
        {
            // Every term ends at the same place, so the small ones need fewer leading bits of their divisor.
            BigInteger weight = ErfcRule.Weights[k];
            int bits = (int)weight.GetBitLength();
            sum += (weight << bits) / ((FixedOne + (k * k * square)) >> (FixedBits - bits));
        }

        BigReal rule = ScaleB(ErfcRule.Step, 1) * Exp(-(x * x)) * FromFixed(sum) / (Pi * x);
        BigReal limit = Pi / ErfcRule.Step;
        return x < limit ? rule - (2 / (Exp(2 * limit * x) - One)) : rule;
    }

    /// <summary>The step h of the rule for erfc, and its weights <c>e^(-k^2 h^2)</c>.</summary>
    private static class ErfcRule
    {
        internal const int StepSquared = 49;
        internal const int StepSquaredBits = 10;

        internal static readonly BigReal Step = 7.0 / 32;

        internal static readonly BigInteger[] Weights = Build();

        private static BigInteger[] Build()
        {
            // e^(-k^2 h^2) is below 2^-300 from k = 66 on.
            BigInteger[] weights = new BigInteger[68];
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = Exp(-ScaleB(k * k * StepSquared, -StepSquaredBits)).ToFixed();
            }

            return weights;
        }
    }
}
