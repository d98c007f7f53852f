using Autodiff.Tests.Ops;

namespace Autodiff.Tests.Accuracy;

/// <content>Activations, special functions, and functions of two numbers.</content>
internal static partial class AccuracyTable
{
    private static readonly BigReal DensityAtZero = BigReal.One / BigReal.Sqrt(2 * BigReal.Pi);

    private static readonly BigReal TwoOverRootPi = 2 / BigReal.Sqrt(BigReal.Pi);

    private static readonly BigReal SeluScale = 1.0507009873554805;

    private static readonly BigReal SeluAlpha = 1.6732632423543772;

    private static IEnumerable<AccuracyRow> Activations()
    {
        // x σ(x) and x Φ(x) are measured down to where σ and Φ become denormal: there their rounding is multiplied by x.
        Sampling line = new(-800, 800, -40, 40) { Anchors = [-745, -709, 0, 36.7] };
        yield return Unary("sigmoid", new Functions.Sigmoid(), line, BigReal.Sigmoid, x => BigReal.Sigmoid(x) * BigReal.Sigmoid(-x), losesDigits: true);
        yield return Unary("logsigmoid", new Functions.LogSigmoid(), line, x => -BigReal.Softplus(-x), x => BigReal.Sigmoid(-x));
        yield return Unary("softplus", new Functions.Softplus(1), line, BigReal.Softplus, BigReal.Sigmoid);
        yield return Unary("elu", new Functions.Elu(1), line,
            x => x.Sign > 0 ? x : BigReal.ExpM1(x), x => x.Sign > 0 ? BigReal.One : BigReal.Exp(x), losesDigits: true);
        yield return Unary("selu", new Functions.Selu(), line, SeluValue, SeluSlope, losesDigits: true);
        yield return Unary("silu", new Functions.Silu(), line with { Least = -708 }, x => x * BigReal.Sigmoid(x), SiluSlope, losesDigits: true);
        Sampling bell = new(-37.5, 45, -8, 8) { Anchors = [-37.5, -0.75, 0] };
        yield return Unary("gelu", new Functions.Gelu(), bell, x => x * BigReal.NormalCdf(x), x => BigReal.NormalCdf(x) + (x * Density(x)), losesDigits: true);
    }

    private static IEnumerable<AccuracyRow> Special()
    {
        Sampling bell = new(-32, 32, -6, 6) { Anchors = [-26.5, -1, 0, 0.5, 1, 26.5] };
        yield return Unary("erf", new Functions.Erf(), bell, BigReal.Erf, x => TwoOverRootPi * BigReal.Exp(-(x * x)));
        yield return Unary("erfc", new Functions.Erfc(), bell, BigReal.Erfc, x => -TwoOverRootPi * BigReal.Exp(-(x * x)));
        yield return Unary("normalcdf", new Functions.NormalCdf(), new(-45, 45, -8, 8) { Anchors = [-38.5, 0] }, BigReal.NormalCdf, Density);
        Sampling gamma = new(-200, 1e300, -10, 30) { Anchors = [.. Enumerable.Range(-40, 43).Select(n => (double)n)] };
        GammaRoots ofLogGamma = new(ofLogGamma: true), ofDigamma = new(ofLogGamma: false);
        yield return Unary("lgamma", new Functions.LogGamma(), gamma, BigReal.LogGamma, BigReal.Digamma) with
        {
            Roots = ofLogGamma,
            DerivativeRoots = ofDigamma,
        };
        yield return Unary("digamma", new Functions.Digamma(), gamma, BigReal.Digamma, x => BigReal.Polygamma(1, x)) with { Roots = ofDigamma };
    }

    private static IEnumerable<AccuracyRow> OfTwo()
    {
        // A derivative is compared where the numbers it is computed from are normal: neither denormal nor beyond the range.
        yield return new("pow", new Functions.Pow(), BaseAndExponent, x => BigReal.Pow(x[0], x[1]))
        {
            Derivatives =
            [
                x => PowersAreNormal(x) ? x[1] * BigReal.Pow(x[0], x[1] - BigReal.One) : null,
                x => x[0].Sign > 0 && PowersAreNormal(x) ? BigReal.Pow(x[0], x[1]) * BigReal.Log(x[0]) : null,
            ],
        };
        yield return new("atan2", new Functions.Atan2(), Pair, x => BigReal.Atan2(x[0], x[1]))
        {
            Derivatives =
            [
                x => IsNormal(x[0]) && IsNormal(x[1]) ? x[1] / (Squared(x[0]) + Squared(x[1])) : null,
                x => IsNormal(x[0]) && IsNormal(x[1]) ? -x[0] / (Squared(x[0]) + Squared(x[1])) : null,
            ],
        };
        yield return new("hypot", new Functions.Hypot(), Pair, x => BigReal.Hypot(x[0], x[1]))
        {
            Derivatives =
            [
                x => IsNormal(BigReal.Hypot(x[0], x[1])) ? x[0] / BigReal.Hypot(x[0], x[1]) : null,
                x => IsNormal(BigReal.Hypot(x[0], x[1])) ? x[1] / BigReal.Hypot(x[0], x[1]) : null,
            ],
        };
    }

    private static BigReal SeluValue(BigReal x) => SeluScale * (x.Sign > 0 ? x : SeluAlpha * BigReal.ExpM1(x));

    private static BigReal SeluSlope(BigReal x) => SeluScale * (x.Sign > 0 ? BigReal.One : SeluAlpha * BigReal.Exp(x));

    private static BigReal SiluSlope(BigReal x)
    {
        BigReal gate = BigReal.Sigmoid(x);
        return gate + (x * gate * BigReal.Sigmoid(-x));
    }

    private static bool PowersAreNormal(BigReal[] x) => IsNormal(BigReal.Pow(x[0], x[1])) && IsNormal(BigReal.Pow(x[0], x[1] - BigReal.One));

    private static bool IsNormal(BigReal x) => double.IsNormal(x.ToDouble());

    private static BigReal Density(BigReal x) => DensityAtZero * BigReal.Exp(-BigReal.ScaleB(x * x, -1));

    /// <summary>Two numbers of any magnitude, most of them of magnitudes not too far apart.</summary>
    private static double[] Pair(Random random)
    {
        double a = Everything.Draw(random);
        double b = random.Next(4) == 0 ? Everything.Draw(random) : a * Sampling.AnyMagnitude(random, -30, 30);
        return double.IsFinite(b) && b != 0 ? [a, b] : Pair(random);
    }

    /// <summary>A base of any magnitude and an exponent that keeps most powers in range; a negative base has a whole exponent.</summary>
    private static double[] BaseAndExponent(Random random)
    {
        double x = Positive.Draw(random), logarithm = Math.Log(x);
        double reach = 750 / Math.Max(Math.Abs(logarithm), 1e-3);
        double y = random.Next(3) switch
        {
            0 => (20 * random.NextDouble()) - 10,
            1 => reach * ((2 * random.NextDouble()) - 1),
            _ => Sampling.AnyMagnitude(random, -60, Math.Log2(reach)),
        };
        if (random.Next(4) > 0) { return [x, y]; }
        return [-x, Math.Round(y)];
    }
}
