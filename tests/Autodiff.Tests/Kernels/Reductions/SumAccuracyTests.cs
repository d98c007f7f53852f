using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>Sums of so many numbers that adding one after the other would lose digits.</summary>
public sealed class SumAccuracyTests
{
    [Fact]
    public void Sums_of_many_numbers_are_accurate()
    {
        const int Count = 1 << 24;
        float[] tenths = new float[Count];
        Array.Fill(tenths, 0.1f);
        foreach (ReductionWidth<float> width in ReductionWidth<float>.All)
        {
            Close(0.1f, Count, Sum(width, Arrangement.Dense(Shape.Of(Count), tenths), 0b1));
            foreach (int columns in (int[])[1, 4, 10, 64, 100])
            {
                Close(0.1f, Count / columns, Sum(width, Arrangement.Dense(Shape.Of(Count / columns, columns), tenths), 0b01));
            }
            Close(0.1f, Count / 8, Sum(width, Arrangement.Dense(Shape.Of(Count / 32, 8, 4), tenths), 0b101));
            Close(0.1f, Count / 16, Sum(width, Arrangement.Dense(Shape.Of(Count / 64, 4, 4, 4), tenths), 0b0101));
            Close(0.1f, Count / 4, Sum(width, new(tenths, 0, Layout.Of(Shape.Of(Count / 4), [4])), 0b1));
        }
    }

    [Fact]
    public void Sums_come_out_the_same_every_time()
    {
        Random random = new(22);
        float[] x = [.. Enumerable.Range(0, 100_003).Select(_ => random.NextSingle())];
        float[] shifted = [0, .. x];
        Assert.Equal(
            Sum(ReductionWidth<float>.All[2], Arrangement.Dense(Shape.Of(x.Length), x), 0b1),
            Sum(ReductionWidth<float>.All[2], new(shifted, 1, Shape.Of(x.Length).Dense), 0b1));
    }

    private static float[] Sum(ReductionWidth<float> width, Elements<float> source, uint axes)
    {
        float[] target = new float[source.Shape.Without(axes, keepAxes: false).ElementCount];
        width.Fold<SumFold>(source, axes, target, accumulate: false);
        return target;
    }

    private static void Close(float value, int count, float[] sums) =>
        Assert.All(sums, sum => Assert.True(Math.Abs((sum / ((double)value * count)) - 1) < 1e-6, $"{sum} for {count} times {value}"));
}
