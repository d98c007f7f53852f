using Autodiff.Ops;

namespace Autodiff.Tests.Ops;

/// <content>Operations of two and of three numbers.</content>
internal static partial class OpTable
{
    private const double Tiny = 1.0 / (1 << 30);

    private static (Domain A, Domain B) Plane => (In(-3, 3), In(-3, 3));

    private static (Domain A, Domain B) Quadrant => (In(0.25, 3), In(0.25, 3));

    private static IEnumerable<OpRow> Arithmetic()
    {
        yield return Binary("Add", default(Add), new Functions.Add(), Plane,
            (a, b) => a - (-b), (_, _) => 1, (_, _) => 1, At(Inf, 1, Inf, 1, 1), At(Inf, -Inf, NaN, 1, 1));
        yield return Binary("Subtract", default(Subtract), new Functions.Subtract(), Plane,
            (a, b) => a + (-b), (_, _) => 1, (_, _) => -1, At(Inf, Inf, NaN, 1, -1));
        yield return Binary("Multiply", default(Multiply), new Functions.Multiply(), Plane, (a, b) => b * a, (_, b) => b, (a, _) => a,
            At(0, Inf, NaN, Inf, 0), At(Inf, 1, Inf, 1, Inf), At(1e200, 1e200, Inf, 1e200, 1e200), At(NaN, 0, NaN, 0, NaN), At(-0.0, 3, -0.0, 3, -0.0));
        yield return Binary("Divide", default(Divide), new Functions.Divide(), Quadrant,
            (a, b) => a * Math.Pow(b, -1), (_, b) => 1 / b, (a, b) => -a / (b * b),
            At(1, 0, Inf, Inf,
                -Inf), At(0, 1, 0, 1, 0), At(-1, 0, -Inf, Inf, Inf), At(Inf, 2, Inf, 0.5, -Inf), At(1, Inf, 0, 0, 0), At(2, -0.0, -Inf, -Inf, -Inf));
        yield return Binary("Remainder", default(Remainder), new Functions.Remainder(), (In(-9, 9), In(0.5, 3)),
            (a, b) => a - (b * Math.Truncate(a / b)), (_, _) => 1, (a, b) => -Math.Truncate(a / b), At(-7, 3, -1, 1, 2), At(7, -3, 1, 1, 2)) with
        {
            DistanceToKink = x => Math.Abs((x[0] / x[1]) - Math.Round(x[0] / x[1])),
        };
        yield return Binary("Ieee754Remainder", default(Ieee754Remainder), new Functions.Ieee754Remainder(), (In(-9, 9), In(0.5, 3)),
            (a, b) => a - (b * Math.Round(a / b)), (_, _) => 1, (a, b) => -Math.Round(a / b), At(8, 3, -1, 1, -3)) with
        {
            DistanceToKink = x => 0.5 - Math.Abs((x[0] / x[1]) - Math.Round(x[0] / x[1])),
        };
        yield return Binary("Propagate", default(Propagate), new Functions.Propagate(), Quadrant, (a, b) => b * a, (_, b) => b, (a, _) => a,
            At(0, Inf, 0, Inf, 0), At(0, NaN, 0, NaN, 0), At(2, Inf, Inf, Inf, 2));
    }

    private static IEnumerable<OpRow> OfTwo() => [.. Analytic(), .. Choices(), .. Comparisons()];

    private static IEnumerable<OpRow> Analytic()
    {
        yield return Binary("Pow", default(Pow), new Functions.Pow(), Quadrant,
            (a, b) => Math.Exp(b * Math.Log(a)), (a, b) => b * Math.Exp((b - 1) * Math.Log(a)), (a, b) => Math.Exp(b * Math.Log(a)) * Math.Log(a),
            At(0, 0, 1, 0, 0), At(0, 2, 0, 0, 0), At(0, 1, 0, 1, 0), At(2, 0, 1, 0, Ln2), At(-2, 3, -8, 12, NaN), At(-2, 2, 4, -4, NaN), At(1, 5, 1, 5, 0),
            At(0, 0.5, 0, Inf, 0), At(-2, 0.5, NaN, NaN, NaN), At(0, -1, Inf, -Inf, -Inf), At(Inf, 2, Inf, Inf, Inf), At(NaN, 0, 1, 0, NaN));
        yield return Binary("Atan2", default(Atan2), new Functions.Atan2(), (In(-3, 3), In(0.25, 3)),
            (y, x) => Math.Atan(y / x), (y, x) => x / ((x * x) + (y * y)), (y, x) => -y / ((x * x) + (y * y)),
            At(0, 0, 0, 0, 0), At(0, 1, 0, 1, 0), At(0, -1, Math.PI, -1, 0), At(1, 0, HalfPi, 0, -1), At(-1, 0, -HalfPi, 0, 1),
            At(1e200, 1e200, Math.PI / 4, 5e-201, -5e-201), At(1e-200, 1e-200, Math.PI / 4, 5e199, -5e199));
        yield return Binary("Hypot", default(Hypot), new Functions.Hypot(), Quadrant,
            (a, b) => Math.Sqrt((a * a) + (b * b)), (a, b) => a / Math.Sqrt((a * a) + (b * b)), (a, b) => b / Math.Sqrt((a * a) + (b * b)),
            At(0, 0, 0, 0, 0), At(3, 0, 3, 1, 0), At(0, -4, 4, 0, -1), At(3e200, 4e200, 5e200, 0.6, 0.8), At(3e-200, 4e-200, 5e-200, 0.6, 0.8));
        yield return Binary("LogAddExp", default(LogAddExp), new Functions.LogAddExp(), Plane,
            (a, b) => Math.Log(Math.Exp(a) + Math.Exp(b)), (a, b) => Logistic(a - b), (a, b) => Logistic(b - a),
            At(-Inf, -Inf, -Inf, 0, 0), At(-Inf, 3, 3, 0, 1), At(2, -Inf, 2, 1, 0), At(800, -800, 800, 1, 0), At(1000, 1000, 1000 + Ln2, 0.5, 0.5));
    }

    private static IEnumerable<OpRow> Choices()
    {
        yield return Choice("Maximum", default(Maximum), new Functions.Maximum(), greater: true,
            At(2, 2, 2, 0.5, 0.5), At(NaN, 1, NaN, 1, 1), At(1, NaN, NaN, 1, 1), At(Inf, 3, Inf, 1, 0));
        yield return Choice("Minimum", default(Minimum), new Functions.Minimum(), greater: false,
            At(2, 2, 2, 0.5, 0.5), At(NaN, 1, NaN, 1, 1), At(1, NaN, NaN, 1, 1), At(-Inf, 3, -Inf, 1, 0));
        yield return Choice("MaximumNumber", default(MaximumNumber), new Functions.MaximumNumber(), greater: true,
            At(2, 2, 2, 0.5, 0.5), At(NaN, 1, 1, 0, 1), At(1, NaN, 1, 1, 0));
        yield return Choice("MinimumNumber", default(MinimumNumber), new Functions.MinimumNumber(), greater: false,
            At(2, 2, 2, 0.5, 0.5), At(NaN, 1, 1, 0, 1), At(1, NaN, 1, 1, 0));
        yield return Choice("AtLeast", default(AtLeast), new Functions.AtLeast(), greater: true, At(2, 2, 2, 1, 0), At(1, 2, 2, 0, 1));
        yield return Choice("AtMost", default(AtMost), new Functions.AtMost(), greater: false, At(2, 2, 2, 1, 0), At(3, 2, 2, 0, 1));
        yield return Binary("Prelu", default(Prelu), new Functions.Prelu(), Plane,
            (x, s) => x > 0 ? x : s * x, (x, s) => x > 0 ? 1 : s, (x, _) => x > 0 ? 0 : x,
            At(0, 0.25, 0, 0.25, 0), At(-1, 0.25, -0.25, 0.25, -1), At(2, 0.25, 2, 1, 0)) with
        {
            DistanceToKink = x => Math.Abs(x[0]),
        };
        yield return Binary("CopySign", default(CopySign), new Functions.CopySign(), Plane,
            (a, b) => b > 0 ? Math.Abs(a) : -Math.Abs(a), (a, b) => a > 0 == b > 0 ? 1 : -1, (_, _) => 0,
            At(3, -0.0, -3, -1, 0), At(0, -1, -0.0, 0, 0)) with
        {
            DistanceToKink = x => Math.Min(Math.Abs(x[0]), Math.Abs(x[1])),
        };
    }

    private static IEnumerable<OpRow> Comparisons()
    {
        yield return Comparison("Greater", default(Greater), new Functions.Greater(), (a, b) => a > b,
            At(2, 2, 0, 0, 0), At(-0.0, 0, 0, 0, 0), At(Inf, 3, 1, 0, 0), At(NaN, 1, 0, 0, 0), At(1, NaN, 0, 0, 0));
        yield return Comparison("GreaterOrEqual", default(GreaterOrEqual), new Functions.GreaterOrEqual(), (a, b) => a >= b,
            At(2, 2, 1, 0, 0), At(-0.0, 0, 1, 0, 0), At(-Inf, 3, 0, 0, 0), At(NaN, 1, 0, 0, 0), At(1, NaN, 0, 0, 0));
        yield return Comparison("Less", default(Less), new Functions.Less(), (a, b) => a < b,
            At(2, 2, 0, 0, 0), At(-0.0, 0, 0, 0, 0), At(-Inf, 3, 1, 0, 0), At(NaN, 1, 0, 0, 0), At(1, NaN, 0, 0, 0));
        yield return Comparison("LessOrEqual", default(LessOrEqual), new Functions.LessOrEqual(), (a, b) => a <= b,
            At(2, 2, 1, 0, 0), At(-0.0, 0, 1, 0, 0), At(Inf, 3, 0, 0, 0), At(NaN, 1, 0, 0, 0), At(1, NaN, 0, 0, 0));
        yield return Comparison("Equal", default(Equal), new Functions.Equal(), (a, b) => a == b,
            At(2, 2, 1, 0, 0), At(-0.0, 0, 1, 0, 0), At(Inf, Inf, 1, 0, 0), At(NaN, NaN, 0, 0, 0));
        yield return Binary("Chosen", default(Chosen), new Functions.Chosen(), Plane, (_, _) => 0, (_, _) => 0, (_, _) => 0,
            At(2, 2, 1, 0, 0), At(NaN, 2, 1, 0, 0), At(NaN, NaN, 1, 0, 0), At(Inf, Inf, 1, 0, 0), At(2, NaN, 0, 0, 0));
        yield return Binary("ExpDifference", default(ExpDifference), new Functions.ExpDifference(), Plane,
            (a, b) => Math.Exp(a - b), (a, b) => Math.Exp(a - b), (a, b) => -Math.Exp(a - b),
            At(-Inf, -Inf, 0, 0, 0), At(2, -Inf, 0, 0, 0), At(-Inf, 2, 0, 0, 0), At(Inf, Inf, 1, 1, -1), At(2, Inf, 0, 0, 0));
    }

    private static OpRow Comparison<TRule>(string name, TRule rule, IFunction function, Func<double, double, bool> holds, params Special[] specials)
        where TRule : struct, IBinaryRule =>
        Binary(name, rule, function, Plane, (a, b) => holds(a, b) ? 1 : 0, (_, _) => 0, (_, _) => 0, specials) with
        {
            DistanceToKink = x => Math.Abs(x[0] - x[1]),
        };

    private static OpRow Choice<TRule>(string name, TRule rule, IFunction function, bool greater, params Special[] specials)
        where TRule : struct, IBinaryRule =>
        Binary(name, rule, function, Plane,
            (a, b) => a > b == greater ? a : b, (a, b) => a > b == greater ? 1 : 0, (a, b) => a > b == greater ? 0 : 1, specials) with
        {
            DistanceToKink = x => Math.Abs(x[0] - x[1]),
        };

    private static IEnumerable<OpRow> OfThree()
    {
        yield return new("Clamp", Rule: null, new Functions.Clamp(), [In(-3, 3), In(-2, -1), In(1, 2)],
            x => Math.Min(Math.Max(x[0], x[1]), x[2]), [x => x[0] > x[1] && x[0] < x[2] ? 1 : 0, x => x[0] < x[1] ? 1 : 0, x => x[0] > x[2] ? 1 : 0])
        {
            DistanceToKink = x => Math.Min(Math.Abs(x[0] - x[1]), Math.Abs(x[0] - x[2])),
            Specials = [new([1, 0, 1], 1, [1, 0, 0]), new([0, 0, 1], 0, [1, 0, 0]), new([0.5, 2, 1], 1, [0, 0, 1]), new([3, 2, 1], 1, [0, 0, 1])],
        };
        yield return new("MultiplyAdd", Rule: null, new Functions.MultiplyAdd(), [In(-3, 3), In(-3, 3), In(-3, 3)],
            x => (x[0] * x[1]) + x[2], [x => x[1], x => x[0], _ => 1])
        {
            // The product is 1 - 2^-60, which rounds to 1 unless the sum is rounded with it.
            Specials = [new([1 + Tiny, 1 - Tiny, -1], -(Tiny * Tiny), [1 - Tiny, 1 + Tiny, 1])],
        };
    }
}
