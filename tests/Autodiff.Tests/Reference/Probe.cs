using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>What the vectors tell of an array that is too large to be written out: some elements, and sums over all of them.</summary>
internal sealed record Probe(int[] Indices, double[] Values, double Sum, double SumOfSquares, double SumOfMagnitudes, double WeightedSum)
{
    private const double RelativeError = 1e-9;
    private const double LargestWeight = 6;

    public static Probe Read(JsonElement probe) =>
        new(
            [.. probe.GetProperty("indices").EnumerateArray().Select(index => index.GetInt32())],
            [.. probe.GetProperty("values").EnumerateArray().Select(VectorArray.Number)],
            Entry(probe, "sum"),
            Entry(probe, "sum_sq"),
            Entry(probe, "sum_abs"),
            Entry(probe, "dot_w"));

    /// <summary>What differs, or null.</summary>
    public string? Difference(double[] actual, Tolerance tolerance)
    {
        for (int i = 0; i < Indices.Length; i++)
        {
            if (!tolerance.Accepts(actual[Indices[i]], Values[i])) { return $"element {Indices[i]} is {actual[Indices[i]]:R}, expected {Values[i]:R}"; }
        }

        double relative = Math.Max(RelativeError, tolerance.Relative);
        double squares = actual.Sum(x => x * x), weighted = actual.Select((x, i) => x * ((7L * i % 13) - 6)).Sum();
        return Far("sum", actual.Sum(), Sum, relative * SumOfMagnitudes)
            ?? Far("sum of squares", squares, SumOfSquares, 2 * relative * SumOfSquares)
            ?? Far("sum of magnitudes", actual.Sum(Math.Abs), SumOfMagnitudes, relative * SumOfMagnitudes)
            ?? Far("weighted sum", weighted, WeightedSum, relative * LargestWeight * SumOfMagnitudes);
    }

    private static string? Far(string what, double actual, double expected, double distance) =>
        Math.Abs(actual - expected) <= distance + 1e-12 ? null : $"the {what} is {actual:R}, expected {expected:R}";

    private static double Entry(JsonElement probe, string key) => VectorArray.Number(probe.GetProperty(key));
}
