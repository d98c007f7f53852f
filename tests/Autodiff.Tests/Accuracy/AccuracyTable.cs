using Autodiff.Tests.Ops;

namespace Autodiff.Tests.Accuracy;

/// <summary>The functions whose accuracy is measured.</summary>
internal static partial class AccuracyTable
{
    private static readonly Sampling Everything = new(-double.MaxValue, double.MaxValue, -10, 10);

    private static readonly Sampling Positive = new(double.Epsilon, double.MaxValue, 0, 10) { Anchors = [0, 1] };

    private static readonly Sampling Unit = new(-1, 1, -1, 1) { Anchors = [-1, 0, 1] };

    public static IReadOnlyList<AccuracyRow> Rows { get; } = [.. Elementary(), .. Activations(), .. Special(), .. OfTwo()];

    private static BigReal Half => BigReal.ScaleB(BigReal.One, -1);

    private static AccuracyRow Unary(
        string name, IFunction function, Sampling points, Func<BigReal, BigReal> value, Func<BigReal, BigReal> derivative, bool losesDigits = false) =>
        new(name, function, random => [points.Draw(random)], x => value(x[0]))
        {
            Derivatives = [x => derivative(x[0])],
            DerivativeLosesDigits = losesDigits,
        };

    private static IEnumerable<AccuracyRow> Elementary()
    {
        Sampling exponent = new(-760, 720, -30, 30) { Anchors = [-745, -708, 0, 709.75] };
        yield return Unary("exp", new Functions.Exp(), exponent, BigReal.Exp, BigReal.Exp);
        yield return Unary("exp2", new Functions.Exp2(), new(-1100, 1024, -30, 30) { Anchors = [-1074, 0, 1, 1023] }, Exp2, x => Exp2(x) * BigReal.Ln2);
        yield return Unary("expm1", new Functions.ExpM1(), exponent, BigReal.ExpM1, BigReal.Exp, losesDigits: true);
        yield return Unary("log", new Functions.Log(), Positive, BigReal.Log, x => BigReal.One / x);
        yield return Unary("log2", new Functions.Log2(), Positive, x => BigReal.Log(x) / BigReal.Ln2, x => BigReal.One / (x * BigReal.Ln2));
        yield return Unary("log10", new Functions.Log10(), Positive, x => BigReal.Log(x) / Ln10, x => BigReal.One / (x * Ln10));
        yield return Unary("log1p", new Functions.LogP1(), new(Math.BitIncrement(-1), double.MaxValue, -1, 10) { Anchors = [-1, 0] },
            BigReal.LogP1, x => BigReal.One / (BigReal.One + x));
        yield return Unary("sqrt", new Functions.Sqrt(), Positive, BigReal.Sqrt, x => Half / BigReal.Sqrt(x));
        yield return Unary("rsqrt", new Functions.ReciprocalSqrt(), Positive, x => BigReal.One / BigReal.Sqrt(x), x => -Half / (x * BigReal.Sqrt(x)));
        yield return Unary("cbrt", new Functions.Cbrt(), Everything, BigReal.Cbrt, x => BigReal.One / (3 * Squared(BigReal.Cbrt(x))));
        yield return Unary("sin", new Functions.Sin(), Everything, BigReal.Sin, BigReal.Cos);
        yield return Unary("cos", new Functions.Cos(), Everything, BigReal.Cos, x => -BigReal.Sin(x));
        yield return Unary("tan", new Functions.Tan(), Everything, BigReal.Tan, x => BigReal.One / Squared(BigReal.Cos(x)));
        yield return Unary("asin", new Functions.Asin(), Unit, BigReal.Asin, x => BigReal.One / RootOfOneMinusSquare(x));
        yield return Unary("acos", new Functions.Acos(), Unit, BigReal.Acos, x => -BigReal.One / RootOfOneMinusSquare(x));
        yield return Unary("atan", new Functions.Atan(), Everything, BigReal.Atan, x => BigReal.One / (BigReal.One + (x * x)));
        Sampling hyperbolic = new(-720, 720, -20, 20) { Anchors = [-710, 0, 710] };
        yield return Unary("sinh", new Functions.Sinh(), hyperbolic, BigReal.Sinh, BigReal.Cosh);
        yield return Unary("cosh", new Functions.Cosh(), hyperbolic, BigReal.Cosh, BigReal.Sinh);
        yield return Unary("tanh", new Functions.Tanh(), Everything, BigReal.Tanh, x => BigReal.One / Squared(BigReal.Cosh(x)), losesDigits: true);
        yield return Unary("asinh", new Functions.Asinh(), Everything, BigReal.Asinh, x => BigReal.One / BigReal.Sqrt(BigReal.One + (x * x)));
        yield return Unary("acosh", new Functions.Acosh(), new(Math.BitIncrement(1), double.MaxValue, 1, 10) { Anchors = [1] },
            BigReal.Acosh, x => BigReal.One / BigReal.Sqrt((x - BigReal.One) * (x + BigReal.One)));
        yield return Unary("atanh", new Functions.Atanh(), Unit, BigReal.Atanh, x => BigReal.One / ((BigReal.One - x) * (BigReal.One + x)));
    }

    private static readonly BigReal Ln10 = BigReal.Log(10);

    private static BigReal Exp2(BigReal x) => BigReal.Exp(x * BigReal.Ln2);

    private static BigReal Squared(BigReal x) => x * x;

    private static BigReal RootOfOneMinusSquare(BigReal x) => BigReal.Sqrt((BigReal.One - x) * (BigReal.One + x));
}
