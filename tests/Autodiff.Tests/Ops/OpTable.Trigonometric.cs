using Autodiff.Ops;

namespace Autodiff.Tests.Ops;

/// <content>Trigonometric and hyperbolic functions and their inverses.</content>
internal static partial class OpTable
{
    private const double HalfPi = 1.5707963267948966;

    private static IEnumerable<OpRow> Trigonometric() => [.. Circular(), .. InverseCircular(), .. Hyperbolic()];

    private static IEnumerable<OpRow> Circular()
    {
        yield return Unary("Sin", default(Sin), new Functions.Sin(), In(-4, 4),
            x => Math.Cos(x - HalfPi), Math.Cos, At(0, 0, 1), At(-0.0, -0.0, 1), At(Inf, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("Cos", default(Cos), new Functions.Cos(), In(-4, 4),
            x => Math.Sin(x + HalfPi), x => -Math.Sin(x), At(0, 1, 0), At(Inf, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("Tan", default(Tan), new Functions.Tan(), In(-1.25, 1.25),
            x => Math.Sin(x) / Math.Cos(x), x => Math.Pow(Math.Cos(x), -2), At(0, 0, 1), At(NaN, NaN, NaN));
        yield return Unary("SinPi", default(SinPi), new Functions.SinPi(), In(-2, 2), x => Math.Sin(Math.PI * x), x => Math.PI * Math.Cos(Math.PI * x),
            At(0, 0, Math.PI), At(0.5, 1, 0), At(1, 0, -Math.PI), At(NaN, NaN, NaN));
        yield return Unary("CosPi", default(CosPi), new Functions.CosPi(), In(-2, 2), x => Math.Cos(Math.PI * x), x => -Math.PI * Math.Sin(Math.PI * x),
            At(0, 1, 0), At(0.5, 0, -Math.PI), At(1, -1, 0), At(NaN, NaN, NaN));
        yield return Unary("TanPi", default(TanPi), new Functions.TanPi(), In(-0.2, 0.2),
            x => Math.Tan(Math.PI * x), x => Math.PI * Math.Pow(Math.Cos(Math.PI * x), -2),
            At(0, 0, Math.PI), At(0.25, 1, 2 * Math.PI), At(NaN, NaN, NaN));
    }

    private static IEnumerable<OpRow> InverseCircular()
    {
        yield return Unary("Asin", default(Asin), new Functions.Asin(), In(-0.875, 0.875),
            x => Math.Atan(x / Math.Sqrt(1 - (x * x))), x => 1 / Math.Sqrt(1 - (x * x)),
            At(1, HalfPi, Inf), At(-1, -HalfPi, Inf), At(1.5, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("Acos", default(Acos), new Functions.Acos(), In(-0.875, 0.875), x => HalfPi - Math.Asin(x), x => -1 / Math.Sqrt(1 - (x * x)),
            At(1, 0, -Inf), At(-1, Math.PI, -Inf), At(1.5, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("Atan", default(Atan), new Functions.Atan(), In(-4, 4), x => Math.Asin(x / Math.Sqrt(1 + (x * x))), x => 1 / (1 + (x * x)),
            At(Inf, HalfPi, 0), At(-Inf, -HalfPi, 0), At(0, 0, 1), At(1e150, HalfPi, 1e-300), At(NaN, NaN, NaN));
    }

    private static IEnumerable<OpRow> Hyperbolic()
    {
        yield return Unary("Sinh", default(Sinh), new Functions.Sinh(), In(-4, 4), x => (Math.Exp(x) - Math.Exp(-x)) / 2, Math.Cosh,
            At(Inf, Inf, Inf), At(-Inf, -Inf, Inf), At(0, 0, 1), At(NaN, NaN, NaN));
        yield return Unary("Cosh", default(Cosh), new Functions.Cosh(), In(-4, 4),
            x => (Math.Exp(x) + Math.Exp(-x)) / 2, Math.Sinh, At(Inf, Inf, Inf), At(0, 1, 0), At(NaN, NaN, NaN));
        yield return Unary("Tanh", default(Tanh), new Functions.Tanh(), In(-4, 4), x => Math.Sinh(x) / Math.Cosh(x), x => Math.Pow(Math.Cosh(x), -2),
            At(Inf, 1, 0), At(-Inf, -1, 0), At(0, 0, 1), At(NaN, NaN, NaN));
        yield return Unary("Asinh", default(Asinh), new Functions.Asinh(), In(-4, 4),
            x => Math.CopySign(Math.Log(Math.Abs(x) + Math.Sqrt((x * x) + 1)), x), x => 1 / Math.Sqrt(1 + (x * x)),
            At(Inf, Inf, 0), At(-Inf, -Inf, 0), At(0, 0, 1), At(NaN, NaN, NaN), At(1e200, Math.Asinh(1e200), 1e-200));
        yield return Unary("Acosh", default(Acosh), new Functions.Acosh(), In(1.25, 5),
            x => Math.Log(x + Math.Sqrt((x * x) - 1)), x => 1 / Math.Sqrt((x * x) - 1),
            At(1, 0, Inf), At(0.5, NaN, NaN), At(Inf, Inf, 0), At(NaN, NaN, NaN), At(1e200, Math.Acosh(1e200), 1e-200));
        yield return Unary("Atanh", default(Atanh), new Functions.Atanh(), In(-0.875, 0.875), x => Math.Log((1 + x) / (1 - x)) / 2, x => 1 / (1 - (x * x)),
            At(1, Inf, Inf), At(-1, -Inf, Inf), At(0, 0, 1), At(NaN, NaN, NaN));
    }
}
