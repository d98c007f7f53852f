namespace GradBench.Tests;

/// <summary>Random numbers, and the shapes that inputs have.</summary>
internal static class Instance
{
    internal static double[] Uniform(Random random, int count, double low = 0, double high = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextDouble()))];

    internal static double[][] Uniform(Random random, int rows, int columns, double low, double high) =>
        [.. Enumerable.Range(0, rows).Select(_ => Uniform(random, columns, low, high))];

    internal static double[][] Rows(ReadOnlySpan<double> values, int columns)
    {
        double[][] rows = new double[values.Length / columns][];
        for (int i = 0; i < rows.Length; i++) { rows[i] = values.Slice(i * columns, columns).ToArray(); }
        return rows;
    }

    internal static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}
