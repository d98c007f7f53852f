using Xunit;

namespace GradBench.Tests;

/// <summary>Compares by the measure of the benchmark, |a - b| / max(1, |a| + |b|), more strictly than it does.</summary>
internal static class Near
{
    internal static double Error(double expected, double actual) => Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected) + Math.Abs(actual));

    internal static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Error(expected[i], actual[i]) <= tolerance, $"element {i} is {actual[i]:R}, and was to be {expected[i]:R}");
        }
    }

    internal static void Equal(double expected, double actual, double tolerance = 1e-10) => Equal([expected], [actual], tolerance);

    /// <summary>The gradient by central differences of fourth order.</summary>
    internal static double[] Differences(Func<double[], double> function, double[] point)
    {
        const double Step = 1e-3;
        double[] gradient = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            double At(double steps)
            {
                double[] moved = [.. point];
                moved[i] += steps * Step;
                return function(moved);
            }

            gradient[i] = ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * Step);
        }
        return gradient;
    }
}
