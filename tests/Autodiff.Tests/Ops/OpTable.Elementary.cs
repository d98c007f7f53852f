using Autodiff.Ops;

namespace Autodiff.Tests.Ops;

/// <content>Algebraic functions, exponentials and logarithms.</content>
internal static partial class OpTable
{
    private const double Ln2 = 0.6931471805599453;
    private const double Ln10 = 2.302585092994046;

    private static IEnumerable<OpRow> Algebraic()
    {
        yield return Unary("Negate", default(Negate), new Functions.Negate(), In(-3, 3), x => 0 - x, _ => -1, At(0, -0.0, -1), At(Inf, -Inf, -1));
        yield return Unary("Abs", default(Abs), new Functions.Abs(), In(-3, 3), x => x > 0 ? x : -x, x => x > 0 ? 1 : -1,
            At(0, 0, 0), At(-0.0, 0, 0), At(Inf, Inf, 1), At(-Inf, Inf, -1), At(NaN, NaN, NaN)).WithKinks(0, 0);
        yield return Unary("Square", default(Square), new Functions.Square(), In(-3, 3), x => Math.Pow(x, 2), x => 2 * x,
            At(0, 0, 0), At(Inf, Inf, Inf), At(NaN, NaN, NaN), At(1e200, Inf, 2e200));
        yield return Unary("Reciprocal", default(Reciprocal), new Functions.Reciprocal(), In(0.25, 3), x => Math.Pow(x, -1), x => -Math.Pow(x, -2),
            At(0, Inf, -Inf), At(-0.0, -Inf, -Inf), At(Inf, 0, 0), At(NaN, NaN, NaN));
        yield return Unary("Sqrt", default(Sqrt), new Functions.Sqrt(), In(0.25, 4), x => Math.Pow(x, 0.5), x => 0.5 * Math.Pow(x, -0.5),
            At(0, 0, Inf), At(Inf, Inf, 0), At(-1, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("ReciprocalSqrt", default(ReciprocalSqrt), new Functions.ReciprocalSqrt(), In(0.25, 4),
            x => Math.Pow(x, -0.5), x => -0.5 * Math.Pow(x, -1.5), At(0, Inf, -Inf), At(Inf, 0, 0), At(-1, NaN, NaN), At(NaN, NaN, NaN));
        yield return Unary("Cbrt", default(Cbrt), new Functions.Cbrt(), In(-4, -0.25), x => -Math.Pow(-x, 1.0 / 3), x => Math.Pow(-x, -2.0 / 3) / 3,
            At(0, 0, Inf), At(-0.0, -0.0,
                Inf), At(27, 3, 1.0 / 27), At(Inf, Inf, 0), At(NaN, NaN, NaN), At(1e-320, Math.Cbrt(1e-320), 1 / (3 * Math.Pow(Math.Cbrt(1e-320), 2))));
        yield return Unary("RootN, n = 3", new RootN(3), new Functions.RootN(3), In(0.25, 4),
            x => Math.Pow(x, 1.0 / 3), x => Math.Pow(x, -2.0 / 3) / 3, At(0, 0, Inf));
        yield return Unary("RootN, n = 4", new RootN(4), new Functions.RootN(4), In(0.25, 4),
            x => Math.Pow(x, 0.25), x => Math.Pow(x, -0.75) / 4, At(16, 2, 1.0 / 32));
        yield return Unary("ScaleB, n = 3", new ScaleB(3), new Functions.ScaleB(3), In(-3, 3), x => x * 8, _ => 8, At(NaN, NaN, 8));
        foreach (OpRow row in Powers()) { yield return row; }
    }

    private static IEnumerable<OpRow> Powers()
    {
        yield return Unary("Power, p = 0", new Power(0), new Functions.Power(0), In(-3, 3), _ => 1, _ => 0, At(0, 1, 0), At(NaN, 1, 0), At(Inf, 1, 0));
        yield return Unary("Power, p = 1", new Power(1), new Functions.Power(1), In(-3, 3), x => x, _ => 1, At(0, 0, 1), At(-2, -2, 1));
        yield return Unary("Power, p = 3", new Power(3), new Functions.Power(3), In(-3, 3), x => x * x * x, x => 3 * x * x,
            At(0, 0, 0), At(-2, -8, 12), At(Inf, Inf, Inf), At(NaN, NaN, NaN));
        yield return Unary("Power, p = 0.3", new Power(0.3), new Functions.Power(0.3), In(0.25, 4),
            x => Math.Exp(0.3 * Math.Log(x)), x => 0.3 * Math.Exp(-0.7 * Math.Log(x)), At(0, 0, Inf), At(-1, NaN, NaN));
        yield return Unary("Power, p = -2", new Power(-2), new Functions.Power(-2), In(0.25, 4),
            x => 1 / (x * x), x => -2 / (x * x * x), At(0, Inf, -Inf), At(-2, 0.25, 0.25));
    }

    private static IEnumerable<OpRow> Exponential()
    {
        yield return Unary("Exp", default(Exp), new Functions.Exp(), In(-4, 4), x => Math.Pow(Math.E, x), x => Math.Pow(Math.E, x),
            At(-Inf, 0, 0), At(Inf, Inf, Inf), At(0, 1, 1), At(710, Inf, Inf), At(NaN, NaN, NaN));
        yield return Unary("Exp2", default(Exp2), new Functions.Exp2(), In(-4, 4), x => Math.Exp(x * Ln2), x => Ln2 * Math.Exp(x * Ln2),
            At(3, 8, 8 * Ln2), At(-Inf, 0, 0), At(Inf, Inf, Inf), At(NaN, NaN, NaN));
        yield return Unary("Exp10", default(Exp10), new Functions.Exp10(), In(-2, 2), x => Math.Exp(x * Ln10), x => Ln10 * Math.Exp(x * Ln10),
            At(2, 100, 100 * Ln10), At(-Inf, 0, 0), At(Inf, Inf, Inf), At(NaN, NaN, NaN));
        yield return Unary("ExpM1", default(ExpM1), new Functions.ExpM1(), In(-4, 4), x => 2 * Math.Sinh(x / 2) * Math.Exp(x / 2), Math.Exp,
            At(-Inf, -1, 0), At(Inf, Inf, Inf), At(0, 0, 1), At(-0.0, -0.0, 1), At(1e-20, 1e-20, 1), At(NaN, NaN, NaN));
        yield return Unary("Log", default(Log), new Functions.Log(), In(0.25, 4), x => Ln2 * Math.Log2(x), x => 1 / x,
            At(0, -Inf, Inf), At(Inf, Inf, 0), At(1, 0, 1), At(NaN, NaN, NaN));
        yield return Unary("Log2", default(Log2), new Functions.Log2(), In(0.25, 4),
            x => Math.Log(x) / Ln2, x => 1 / (x * Ln2), At(0, -Inf, Inf), At(8, 3, 1 / (8 * Ln2)), At(NaN, NaN, NaN));
        yield return Unary("Log10", default(Log10), new Functions.Log10(), In(0.25, 4), x => Math.Log(x) / Ln10, x => 1 / (x * Ln10),
            At(0, -Inf, Inf), At(100, 2, 1 / (100 * Ln10)), At(NaN, NaN, NaN));
        yield return Unary("LogP1", default(LogP1), new Functions.LogP1(), In(-0.5, 3), x => Math.Log(1 + x), x => 1 / (1 + x),
            At(-1, -Inf, Inf), At(Inf, Inf, 0), At(0, 0, 1), At(-0.0, -0.0, 1), At(1e-20, 1e-20, 1), At(NaN, NaN, NaN));
    }
}
