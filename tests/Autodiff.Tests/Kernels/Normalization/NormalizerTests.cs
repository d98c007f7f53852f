using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Normalization;

/// <summary>Normalisation with lanes of every width.</summary>
public sealed class NormalizerTests
{
    public static TheoryData<int, int, int, int, bool> Groupings => new()
    {
        { 3, 1, 37, 1, false },
        { 2, 3, 2, 19, false },
        { 5, 2, 4, 1, false },
        { 3, 4, 1, 21, true },
        { 70, 37, 1, 1, true },
    };

    [Theory]
    [MemberData(nameof(Groupings))]
    public void Results_and_pulls_differ_between_widths_by_rounding_alone(int batch, int groups, int members, int extent, bool acrossBatch)
    {
        Grouping grouping = new(batch, groups, members, extent, acrossBatch, Centered: true, 1e-3);
        double[] expected = Run<Lane512<double>>(grouping);
        Near(expected, Run<Lane256<double>>(grouping));
        Near(expected, Run<Lane128<double>>(grouping));
    }

    private static void Near(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], actual[i], 1e-13 * Math.Max(1, Math.Abs(expected[i]))); }
    }

    private static double[] Run<R>(Grouping grouping)
        where R : struct, ILane<R, double>
    {
        Random random = new(4);
        int length = grouping.Batch * grouping.Groups * grouping.Run, weights = grouping.Groups * grouping.Members;
        double[] x = Draw(length), dy = Draw(length), w = Draw(weights), b = Draw(weights);
        double[] memory = new double[4 * grouping.Centers], y = new double[length], dx = Draw(length), dw = Draw(weights);
        Normalizer<double, R>.FindCenters(ref x[0], grouping, memory);
        Centers<double> centers = new(memory);
        Normalizer<double, R>.Normalize(ref x[0], grouping, centers, w, b, ref y[0]);
        Normalizer<double, R>.Pull(ref x[0], grouping, centers, w, ref dy[0], ref dx[0], accumulate: true);
        Normalizer<double, R>.PullWeights(ref x[0], grouping, centers, ref dy[0], dw, accumulate: true);
        return [.. memory, .. y, .. dx, .. dw];

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() + 1)];
    }
}
