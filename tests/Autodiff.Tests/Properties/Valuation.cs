namespace Autodiff.Tests.Properties;

/// <summary>The values of formulas at one point; what they share is computed once.</summary>
internal sealed class Valuation(double[] point)
{
    private readonly Dictionary<Expression, double> known = new(ReferenceEqualityComparer.Instance);

    internal double Of(Expression formula)
    {
        if (formula is not Call call) { return formula.Evaluate<double>(point); }
        if (known.TryGetValue(call, out double value)) { return value; }
        Expression[] arguments = call.Arguments;
        double a = Of(arguments[0]), b = arguments.Length > 1 ? Of(arguments[1]) : 0, c = arguments.Length > 2 ? Of(arguments[2]) : 0;
        return known[call] = call.Function.Apply(a, b, c);
    }
}
