namespace Autodiff.Tests.Properties;

/// <summary>Compares every way of differentiating with the symbolic derivative.</summary>
internal sealed class DerivativeCheck(Symbolic symbolic)
{
    // Thousands of times what rounding was ever seen to do, and far below any mistake.
    private const double Tolerance = 1e-12;

    // Below this, products underflow, and no relative accuracy is left.
    private const double Least = 1e-150;

    internal Verdict Judge(Case sample)
    {
        PathScale scale = PathScale.Of(sample.Tree, sample.Point, sample.Direction);
        if (scale.Unfit is not null) { return new(Discarded: scale.Unfit); }
        Outcome expected = Expected(sample);
        if (!Array.TrueForAll([.. expected.Gradient, .. expected.Product!], double.IsFinite)) { return new(Discarded: "symbolic overflow"); }
        double first = 0, second = 0;
        foreach (Outcome actual in Ways.All(sample.Tree, sample.Point, sample.Direction))
        {
            double value = Error(actual.Value, expected.Value, scale.Value);
            double slope = Worst(actual.Gradient, expected.Gradient, scale.First);
            double bend = actual.Product is null ? 0 : Worst(actual.Product, expected.Product!, scale.Second);
            if (value > Tolerance || slope > Tolerance || bend > Tolerance)
            {
                return new(Failure: Describe(actual, expected, $"value {value:E1}, gradient {slope:E1}, H v {bend:E1}"));
            }
            (first, second) = (Math.Max(first, Math.Max(value, slope)), Math.Max(second, bend));
        }
        return new(FirstOrderError: first, SecondOrderError: second, IsFlat: Array.TrueForAll(expected.Gradient, static g => g == 0));
    }

    private Outcome Expected(Case sample)
    {
        Valuation at = new(sample.Point);
        double[] gradient = new double[sample.Point.Length], product = new double[sample.Point.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            Expression slope = symbolic.Differentiate(sample.Tree, i);
            gradient[i] = at.Of(slope);
            product[i] = at.Of(symbolic.Differentiate(slope, sample.Direction));
        }
        return new("symbolic", at.Of(sample.Tree), gradient, product);
    }

    private static double Worst(double[] actual, double[] expected, double[] scale)
    {
        double worst = 0;
        for (int i = 0; i < actual.Length; i++) { worst = Math.Max(worst, Error(actual[i], expected[i], scale[i])); }
        return worst;
    }

    // A NaN is as wrong as can be: Math.Max would hand it on, and it compares false.
    private static double Error(double actual, double expected, double scale)
    {
        double difference = Math.Abs(actual - expected);
        return difference == 0 ? 0 : double.IsNaN(difference) ? double.PositiveInfinity : difference / (scale + Least);
    }

    private static string Describe(Outcome actual, Outcome expected, string errors) =>
        $"""
        {actual.Way} differs from the symbolic derivative; errors in parts of the scale: {errors}
          value    {Function.Number(actual.Value)}, expected {Function.Number(expected.Value)}
          gradient {Text(actual.Gradient)}, expected {Text(expected.Gradient)}
          H v      {Text(actual.Product ?? [])}, expected {Text(expected.Product!)}
        """;

    private static string Text(double[] numbers) => $"({string.Join(", ", numbers.Select(Function.Number))})";
}
