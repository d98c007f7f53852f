using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>Running results along an axis.</summary>
public sealed class ScanTests
{
    [Fact]
    public void Scans_agree_with_the_plain_loop_along_every_axis_of_any_layout()
    {
        Agrees<float>(1e-5);
        Agrees<double>(1e-13);
    }

    [Fact]
    public void A_running_log_sum_exp_neither_overflows_nor_loses_infinities()
    {
        double inf = double.PositiveInfinity;
        double[] x = [-inf, -1000, -inf, 1000, 1000, inf, 3, -inf], y = new double[8];
        Scan.LogCumulativeSumExp(Arrangement.Dense(Shape.Of(8), x), 0, reversed: false, y);
        Assert.Equal([-inf, -1000, -1000, 1000, 1000 + Math.Log(2), inf, inf, inf], y);
        x[6] = double.NaN;
        Scan.LogCumulativeSumExp(Arrangement.Dense(Shape.Of(8), x), 0, reversed: false, y);
        Assert.True(double.IsNaN(y[6]) && double.IsNaN(y[7]) && y[5] == inf);
        Scan.LogCumulativeSumExp(Arrangement.Dense(Shape.Of(8), x), 0, reversed: true, y);
        Assert.True(y[7] == -inf && y[..7].All(double.IsNaN));
    }

    [Fact]
    public void A_long_running_sum_in_float_keeps_its_accuracy()
    {
        float[] x = new float[1 << 20], y = new float[1 << 20];
        Array.Fill(x, 0.1f);
        Scan.CumulativeSum(Arrangement.Dense(Shape.Of(x.Length), x), 0, reversed: true, y);
        Assert.Equal(1, y[0] / ((double)0.1f * x.Length), 1e-7);
        Scan.CumulativeSum(Arrangement.Dense(Shape.Of(x.Length / 2, 2), x), 0, reversed: false, y);
        Assert.Equal(1, y[^1] / ((double)0.1f * x.Length / 2), 1e-7);
    }

    private static void Agrees<T>(double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(61);
        for (int trial = 0; trial < 300; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(random, shape, mayOverlap: true, () => T.CreateTruncating(1 + ((random.NextDouble() - 0.5) / 50)));
            double[] x = [.. Arrangement.Values(source).Select(double.CreateChecked)];
            T[] target = new T[x.Length + 2];
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                bool reversed = random.Next(2) == 0;
                Scan.CumulativeSum(source, axis, reversed, target.AsSpan(1, x.Length));
                Close(x, shape, axis, reversed, (y, next) => y + next, target, tolerance);
                Scan.CumulativeProduct(source, axis, reversed, target.AsSpan(1, x.Length));
                Close(x, shape, axis, reversed, (y, next) => y * next, target, tolerance);
                Scan.LogCumulativeSumExp(source, axis, reversed, target.AsSpan(1, x.Length));
                Close(x, shape, axis, reversed, (y, next) => y + Math.Log(1 + Math.Exp(next - y)), target, tolerance);
            }
        }
    }

    private static void Close<T>(double[] x, Shape shape, int axis, bool reversed, Func<double, double, double> include, T[] actual, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal((T.Zero, T.Zero), (actual[0], actual[^1]));
        int step = 1, length = shape.Lengths[axis];
        for (int inner = axis + 1; inner < shape.Rank; inner++) { step *= shape.Lengths[inner]; }
        double[] expected = [.. x];
        for (int k = 0; k < x.Length; k++)
        {
            int i = reversed ? x.Length - 1 - k : k, index = i / step % length;
            if (index == (reversed ? length - 1 : 0)) { continue; }
            expected[i] = include(expected[reversed ? i + step : i - step], x[i]);
        }
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(double.CreateChecked(actual[i + 1]) - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])));
        }
    }
}
