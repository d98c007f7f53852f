using Autodiff.Ops;
using Autodiff.Tests.Accuracy;

namespace Autodiff.Tests.Ops;

/// <content>Activations, special functions, and functions that are constant in pieces.</content>
internal static partial class OpTable
{
    private const double Gamma = 0.5772156649015329;
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;
    private const double TwoOverRootPi = 1.1283791670955126;

    private static IEnumerable<OpRow> Activations() => [.. SmoothActivations(), .. PiecewiseActivations()];

    private static IEnumerable<OpRow> SmoothActivations()
    {
        yield return Unary("Sigmoid", default(Sigmoid), new Functions.Sigmoid(), In(-5, 5), Logistic, x => Logistic(x) * Logistic(-x),
            At(Inf, 1, 0), At(-Inf, 0, 0), At(0, 0.5, 0.25), At(NaN, NaN, NaN));
        yield return Unary("LogSigmoid", default(LogSigmoid), new Functions.LogSigmoid(), In(-5, 5), x => Math.Log(Logistic(x)), x => Logistic(-x),
            At(0, -Ln2, 0.5), At(Inf, -0.0, 0), At(-Inf, -Inf, 1), At(800, -0.0, 0), At(-800, -800, 1), At(NaN, NaN, NaN));
        yield return Unary("Softplus", new Softplus(1), new Functions.Softplus(1), In(-5, 5), x => Math.Log(1 + Math.Exp(x)), Logistic,
            At(0, Ln2, 0.5), At(Inf, Inf, 1), At(-Inf, 0, 0), At(800, 800, 1), At(-800, 0, 0), At(NaN, NaN, NaN));
        yield return Unary("Softplus, β = 2.5", new Softplus(2.5), new Functions.Softplus(2.5), In(-2, 2),
            x => Math.Log(1 + Math.Exp(2.5 * x)) / 2.5, x => Logistic(2.5 * x));
        yield return Unary("Gelu", default(Gelu), new Functions.Gelu(), In(-4, 4), x => x * NormalCdf(x), x => NormalCdf(x) + (x * Density(x)),
            At(0, 0, 0.5), At(Inf, Inf, 1), At(-Inf, -0.0, 0), At(NaN, NaN, NaN));
        yield return Unary("GeluTanh", default(GeluTanh), new Functions.GeluTanh(), In(-4, 4),
            GeluTanhValue, GeluTanhSlope, At(0, 0, 0.5), At(Inf, Inf, 1), At(-Inf, -0.0, 0), At(NaN, NaN, NaN));
        yield return Unary("Silu", default(Silu), new Functions.Silu(), In(-5, 5),
            x => x * Logistic(x), x => Logistic(x) + (x * Logistic(x) * Logistic(-x)),
            At(0, 0, 0.5), At(Inf, Inf, 1), At(-Inf, -0.0, 0), At(800, 800, 1), At(-800, -0.0, 0), At(NaN, NaN, NaN));
        yield return Unary("Mish", default(Mish), new Functions.Mish(), In(-5, 5), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))), MishSlope,
            At(0, 0, 0.6), At(Inf, Inf, 1), At(-Inf, -0.0, 0), At(800, 800, 1), At(NaN, NaN, NaN));
        yield return Unary("Softsign", default(Softsign), new Functions.Softsign(), In(-4, 4),
            x => x / (1 + Math.Abs(x)), x => Math.Pow(1 + Math.Abs(x), -2),
            At(0, 0, 1), At(Inf, 1, 0), At(-Inf, -1, 0), At(NaN, NaN, NaN)).WithKinks(1, 0);
    }

    private static IEnumerable<OpRow> PiecewiseActivations()
    {
        yield return Unary("Relu", default(Relu), new Functions.Relu(), In(-3, 3), x => x > 0 ? x : 0, x => x > 0 ? 1 : 0,
            At(0, 0, 0), At(-0.0, -0.0, 0), At(Inf, Inf, 1), At(-Inf, 0, 0), At(NaN, NaN, NaN)).WithKinks(0, 0);
        yield return Unary("Relu6", new HardTanh(0, 6), new Functions.Relu6(), In(-3, 9), x => Math.Min(Math.Max(x, 0), 6), x => x is > 0 and < 6 ? 1 : 0,
            At(0, 0, 0), At(6, 6, 0), At(Inf, 6, 0), At(NaN, NaN, NaN)).WithKinks(0, 0, 6);
        yield return Unary("LeakyRelu", new LeakyRelu(0.01), new Functions.LeakyRelu(0.01), In(-3, 3), x => x > 0 ? x : 0.01 * x, x => x > 0 ? 1 : 0.01,
            At(0, 0, 0.01), At(Inf, Inf, 1), At(-Inf, -Inf, 0.01), At(NaN, NaN, NaN)).WithKinks(0, 0);
        yield return Unary("Elu", new Elu(1), new Functions.Elu(1), In(-3, 3), x => x > 0 ? x : Math.Exp(x) - 1, x => x > 0 ? 1 : Math.Exp(x),
            At(0, 0, 1), At(Inf, Inf, 1), At(-Inf, -1, 0), At(NaN, NaN, NaN)).WithKinks(1, 0);
        yield return Unary("Elu, α = 0.5", new Elu(0.5), new Functions.Elu(0.5), In(-3, 3),
            x => x > 0 ? x : 0.5 * (Math.Exp(x) - 1), x => x > 0 ? 1 : 0.5 * Math.Exp(x),
            At(0, 0, 0.5), At(-Inf, -0.5, 0)).WithKinks(0, 0);
        yield return Unary("Selu", default(Selu), new Functions.Selu(), In(-3, 3), x => SeluScale * (x > 0 ? x : SeluAlpha * (Math.Exp(x) - 1)),
            x => SeluScale * (x > 0 ? 1 : SeluAlpha * Math.Exp(x)), At(0, 0, SeluScale * SeluAlpha), At(NaN, NaN, NaN)).WithKinks(0, 0);
        yield return Unary("HardTanh", new HardTanh(-1, 1), new Functions.HardTanh(-1, 1), In(-2, 2),
            x => Math.Min(Math.Max(x, -1), 1), x => x is > -1 and < 1 ? 1 : 0,
            At(-1, -1, 0), At(1, 1, 0), At(Inf, 1, 0), At(-Inf, -1, 0), At(NaN, NaN, NaN)).WithKinks(0, -1, 1);
        yield return Unary("HardSigmoid", default(HardSigmoid), new Functions.HardSigmoid(), In(-5, 5), x => Math.Min(Math.Max((x + 3) / 6, 0), 1),
            x => x is > -3 and < 3 ? 1.0 / 6 : 0, At(3, 1, 1.0 / 6), At(-3, 0,
                1.0 / 6), At(Inf, 1, 0), At(-Inf, 0, 0), At(NaN, NaN, NaN)).WithKinks(0, -3, 3);
    }

    private static IEnumerable<OpRow> SpecialFunctions()
    {
        yield return Unary("Erf", default(Erf), new Functions.Erf(), In(-3, 3), x => BigReal.Erf(x).ToDouble(), x => TwoOverRootPi * Math.Exp(-x * x),
            At(0, 0, TwoOverRootPi), At(Inf, 1, 0), At(-Inf, -1, 0), At(NaN, NaN, NaN));
        yield return Unary("Erfc", default(Erfc), new Functions.Erfc(), In(-3, 3), x => BigReal.Erfc(x).ToDouble(), x => -TwoOverRootPi * Math.Exp(-x * x),
            At(0, 1, -TwoOverRootPi), At(Inf, 0, 0), At(-Inf, 2, 0), At(NaN, NaN, NaN));
        yield return Unary("NormalCdf", default(NormalCdf), new Functions.NormalCdf(), In(-4, 4), NormalCdf, Density,
            At(0, 0.5, 0.3989422804014327), At(Inf, 1, 0), At(-Inf, 0, 0), At(NaN, NaN, NaN));
        yield return Unary("LogGamma", default(LogGamma), new Functions.LogGamma(), In(0.25, 6),
            x => BigReal.LogGamma(x).ToDouble(), x => BigReal.Digamma(x).ToDouble(),
            At(1, 0, -Gamma), At(2, 0, 1 - Gamma), At(0, Inf, -Inf), At(Inf, Inf, Inf), At(NaN, NaN, NaN),
            At(-2.5, BigReal.LogGamma(-2.5).ToDouble(), BigReal.Digamma(-2.5).ToDouble()));
        yield return Unary("Digamma", new Polygamma(0), new Functions.Digamma(), In(0.25, 6),
            x => BigReal.Digamma(x).ToDouble(), x => BigReal.Polygamma(1, x).ToDouble(),
            At(1, -Gamma, Math.PI * Math.PI / 6), At(Inf, Inf, 0), At(NaN, NaN, NaN));
        yield return Unary("Polygamma", new Polygamma(2), new Functions.Polygamma(2), In(0.5, 6),
            x => BigReal.Polygamma(2, x).ToDouble(), x => BigReal.Polygamma(3, x).ToDouble(),
            At(NaN, NaN, NaN));
    }

    private static IEnumerable<OpRow> Stepped()
    {
        yield return Step("Floor", new Round(0, MidpointRounding.ToNegativeInfinity), new Functions.Floor(), x => Math.Truncate(x) - (x < 0 ? 1 : 0),
            1, At(1, 1, 0));
        yield return Step("Ceiling", new Round(0, MidpointRounding.ToPositiveInfinity), new Functions.Ceiling(), x => -Math.Floor(-x), 1, At(1, 1, 0));
        yield return Step("Round", new Round(0, MidpointRounding.ToEven), new Functions.Round(), x => Math.Floor(x + 0.5),
            0.5, At(0.5, 0, 0), At(1.5, 2, 0), At(2.5, 2, 0), At(-0.5, -0.0, 0));
        yield return Step("Sign", default(Sign), new Functions.Sign(), x => x > 0 ? 1 : -1, 0, At(0, 0, 0), At(-Inf, -1, 0));
        yield return Step("UnitStep", default(UnitStep), new Functions.UnitStep(), x => x > 0 ? 1 : 0, 0, At(0, 1, 0), At(-0.0, 1, 0), At(-Inf, 0, 0));
    }

    /// <summary>A function that jumps at a point, and perhaps at a distance of every integer from it, and is constant between.</summary>
    private static OpRow Step<TRule>(string name, TRule rule, IFunction function, Func<double, double> value, double jump, params Special[] specials)
        where TRule : struct, IUnaryRule =>
        Unary(name, rule, function, In(-3, 3), value, _ => 0, [.. specials, At(NaN, NaN, 0)]).WithKinks(-1, jump) with
        {
            DistanceToKink = x => Math.Abs(x[0] - jump - Math.Round(x[0] - jump)),
        };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double NormalCdf(double x) => BigReal.NormalCdf(x).ToDouble();

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double GeluTanhValue(double x) => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    private static double GeluTanhSlope(double x)
    {
        double root = Math.Sqrt(2 / Math.PI), t = Math.Tanh(root * (x + (0.044715 * x * x * x)));
        return ((1 + t) / 2) + (x / 2 * (1 - (t * t)) * root * (1 + (3 * 0.044715 * x * x)));
    }

    private static double MishSlope(double x)
    {
        double t = Math.Tanh(Math.Log(1 + Math.Exp(x)));
        return t + (x * (1 - (t * t)) * Logistic(x));
    }
}
