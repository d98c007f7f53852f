using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>The logarithm of the sum of exponentials.</summary>
public sealed class LogSumExpTests
{
    [Fact]
    public void Any_axes_of_any_layout_agree_with_the_plain_loop()
    {
        Agrees<float>(2e-7);
        Agrees<double>(4e-16);
    }

    [Fact]
    public void Long_rows_and_columns_stay_accurate()
    {
        Random random = new(41);
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(_ => (random.NextDouble() * 40) - 20)];
        double max = x.Max(), sum = 0, lost = 0;
        foreach (double value in x.Order())
        {
            double term = Math.Exp(value - max) - lost, next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        double expected = max + Math.Log(sum);
        foreach (ReductionWidth<double> width in ReductionWidth<double>.All)
        {
            Assert.Equal(expected, Of(width, Arrangement.Dense(Shape.Of(x.Length), x), 0b1)[0], 1e-12);
            Assert.Equal(expected, Of(width, new(x, 0, Layout.Of(Shape.Of(1000, 1000), [1, 1000])), 0b11)[0], 1e-12);
            Assert.Equal(expected, Of(width, new(x, 0, Layout.Of(Shape.Of(x.Length, 2), [1, 0])), 0b01)[1], 1e-12);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(5000)]
    public void Infinities_and_NaN_come_out(int length)
    {
        double inf = double.PositiveInfinity;
        foreach (ReductionWidth<double> width in ReductionWidth<double>.All)
        {
            double[] x = [.. Enumerable.Repeat(-inf, length)];
            Assert.Equal(-inf, Row(width, x));
            x[length / 2] = 1000;
            Assert.Equal(1000, Row(width, x));
            x[0] = inf;
            Assert.Equal(inf, Row(width, x));
            x[^1] = inf;
            Assert.Equal(inf, Row(width, x));
            x[1] = double.NaN;
            Assert.True(double.IsNaN(Row(width, x)));
        }
    }

    [Fact]
    public void The_logarithm_of_no_exponentials_is_that_of_0() =>
        Assert.Equal(
            [double.NegativeInfinity, double.NegativeInfinity],
            Of(ReductionWidth<double>.All[0], Arrangement.Dense(Shape.Of(2, 0), Array.Empty<double>()), 0b10));

    private static double Row(ReductionWidth<double> width, double[] x)
    {
        double row = Of(width, Arrangement.Dense(Shape.Of(x.Length), x), 0b1)[0];
        Elements<double> columns = new(x, 0, Layout.Of(Shape.Of(x.Length, 3), [1, 0]));
        Elements<double> dense = Arrangement.Dense(columns.Shape, Arrangement.Values(columns));
        Assert.All(Of(width, columns, 0b01).Concat(Of(width, dense, 0b01)), y => Assert.Equal(row, y));
        return row;
    }

    private static T[] Of<T>(ReductionWidth<T> width, Elements<T> source, uint axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] target = new T[source.Shape.Without(axes, keepAxes: false).ElementCount];
        width.LogSumExp(source, axes, target);
        return target;
    }

    private static void Agrees<T>(double unit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(42);
        for (int trial = 0; trial < 200; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(random, shape, mayOverlap: true, () => T.CreateTruncating((random.NextDouble() - 0.5) * 30));
            for (uint axes = 0; axes < 1u << shape.Rank; axes++)
            {
                T[][] groups = Arrangement.Groups(source, axes);
                T[] target = new T[groups.Length + 2];
                ReductionWidth<T>.All[random.Next(3)].LogSumExp(source, axes, target.AsSpan(1, groups.Length));
                Assert.Equal((T.Zero, T.Zero), (target[0], target[^1]));
                for (int i = 0; i < groups.Length; i++)
                {
                    double[] x = [.. groups[i].Select(double.CreateChecked)];
                    double max = x.Length == 0 ? 0 : x.Max(), expected = max + Math.Log(x.Sum(value => Math.Exp(value - max)));
                    double actual = double.CreateChecked(target[i + 1]);
                    double tolerance = unit * (2 + Math.Abs(expected)) * Math.Sqrt(x.Length + 1);
                    Assert.True(actual == expected || Math.Abs(actual - expected) <= tolerance, $"{actual} for {expected}");
                }
            }
        }
    }
}
