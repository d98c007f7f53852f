using static Autodiff.Tests.Properties.Formula;

namespace Autodiff.Tests.Properties;

internal sealed partial class Symbolic
{
    private static Expression Binary(Function f, Expression a, Expression b, bool byA) => f.Operation switch
    {
        Operation.Add => 1,
        Operation.Subtract => byA ? 1 : -1,
        Operation.Multiply => byA ? b : a,
        Operation.Divide => byA ? 1 / b : -a / Square(b),
        Operation.Remainder => byA ? 1 : -Truncate(a / b),
        Operation.Pow => byA ? b * Pow(a, b - 1) : Pow(a, b) * Log(a),
        Operation.Atan2 => (byA ? b : -a) / (Square(a) + Square(b)),
        Operation.Atan2Pi => (byA ? b : -a) / (Math.PI * (Square(a) + Square(b))),
        Operation.Hypot => (byA ? a : b) / Hypot(a, b),
        Operation.LogBase => byA ? 1 / (a * Log(b)) : -Log(a) / (b * Square(Log(b))),
        Operation.LogAddExp => 1 / (1 + Exp(byA ? b - a : a - b)),
        Operation.Prelu => byA ? Step(a) + (b * Step(-a)) : Minimum(a, 0),
        _ => throw Unknown(f),
    };

    private static Expression Selection(Function f, Expression a, Expression b, bool byA) => f.Operation switch
    {
        Operation.Maximum or Operation.MaxNumber => Step(byA ? a - b : b - a),
        Operation.Minimum or Operation.MinNumber => Step(byA ? b - a : a - b),
        Operation.MaxMagnitude => Step(byA ? Abs(a) - Abs(b) : Abs(b) - Abs(a)),
        Operation.MinMagnitude => Step(byA ? Abs(b) - Abs(a) : Abs(a) - Abs(b)),
        Operation.CopySign => byA ? Sign(a) * Sign(b) : 0,
        Operation.Ieee754Remainder => byA ? 1 : -Round(a / b),
        _ => throw Unknown(f),
    };

    private static Expression Ternary(Function f, Expression[] arguments, int index)
    {
        (Expression a, Expression b, Expression c) = (arguments[0], arguments[1], arguments[2]);
        return (f.Operation, index) switch
        {
            (Operation.MultiplyAdd, 0) => b,
            (Operation.MultiplyAdd, 1) => a,
            (Operation.MultiplyAdd, _) => 1,
            (Operation.Lerp, 0) => 1 - c,
            (Operation.Lerp, 1) => c,
            (Operation.Lerp, _) => b - a,
            (Operation.Clamp, 0) => Step(a - b) * Step(c - a),
            (Operation.Clamp, 1) => Step(b - a) * Step(c - b),
            (Operation.Clamp, _) => Step(Maximum(a, b) - c),
            _ => OfSpan(f, arguments, index),
        };
    }

    private static Expression OfSpan(Function f, Expression[] x, int index) => f.Operation switch
    {
        Operation.Sum => 1,
        Operation.LinearCombination => index == 0 ? f.P : index == 1 ? f.Q : 1,
        Operation.Dot => index == 1 ? x[0] + x[2] : x[1],
        Operation.SumOfSquares => 2 * x[index],
        Operation.LogSumExp => 1 / (Exp(x[0] - x[index]) + Exp(x[1] - x[index]) + Exp(x[2] - x[index])),
        _ => throw Unknown(f),
    };
}
