using Xunit;

namespace Autodiff.Tests.Properties;

/// <summary>At corners, ties and singularities the derivative is a matter of convention, and every kind of number must have the same.</summary>
public sealed class ConventionTests
{
    private static readonly double[] Grid = [0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 6];

    [Fact]
    public void At_corners_ties_and_singularities_every_way_has_the_same_gradient()
    {
        // The logarithm to a base is a quotient of logarithms: at base 0 and at x = 0 its infinities cancel by chance.
        AssertNone(Differences(static outcome => outcome.Gradient, static (f, x) => f == Operation.LogBase && x[0] * x[1] == 0));
    }

    [Fact]
    public void At_corners_and_ties_every_way_has_the_same_second_derivative()
    {
        // Where a power has base 0 its mixed derivative contains a logarithm of 0; infinite derivatives are left out in any case.
        AssertNone(Differences(static outcome => outcome.Product, static (f, x) => f == Operation.Pow && x[0] == 0, onlyFinite: true));
    }

    private static void AssertNone(List<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} differences:{Environment.NewLine}{string.Join(Environment.NewLine, differences.Take(20))}");

    private static List<string> Differences(Func<Outcome, double[]?> part, Func<Operation, double[], bool> isExempt, bool onlyFinite = false)
    {
        List<string> differences = [];
        foreach (Function f in Enum.GetValues<Operation>().SelectMany(Trees.Variants))
        {
            Call call = new(f, [.. Enumerable.Range(0, f.Arity).Select(static index => new Symbol(index))]);
            foreach (double[] point in Points(f.Arity))
            {
                if (isExempt(f.Operation, point)) { continue; }
                (string Way, double[] Numbers)[] results =
                    [.. Ways.All(call, point, [1, 0.5, -0.25]).Where(outcome => part(outcome) is not null).Select(outcome => (outcome.Way, part(outcome)!))];
                if (onlyFinite && !results.All(static result => Array.TrueForAll(result.Numbers, double.IsFinite))) { continue; }
                differences.AddRange(
                    from result in results
                    where !AreClose(result.Numbers, results[0].Numbers)
                    select $"{call} at {Text(point)}: {result.Way} {Text(result.Numbers)}, {results[0].Way} {Text(results[0].Numbers)}");
            }
        }
        return differences;
    }

    private static IEnumerable<double[]> Points(int arity) =>
        from x in Grid
        from y in arity > 1 ? Grid : [1]
        from z in arity > 2 ? Grid : [1]
        select new[] { x, y, z };

    // Equal infinities are close, and NaN is close to NaN.
    private static bool AreClose(double[] a, double[] b) =>
        a.Zip(b).All(static pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= 1e-12 * (1 + Math.Abs(pair.Second)));

    private static string Text(double[] numbers) => $"({string.Join(", ", numbers.Select(Function.Number))})";
}
