using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>Softmax along an axis and its pulls.</summary>
public sealed class SoftmaxTests
{
    [Fact]
    public void Softmax_and_its_logarithm_agree_with_the_plain_loop_along_every_axis_of_any_layout()
    {
        Agrees<float>(1e-6);
        Agrees<double>(2e-15);
    }

    [Fact]
    public void The_pulls_agree_with_the_plain_loop_and_accumulate()
    {
        Pulls<float>(4e-6);
        Pulls<double>(8e-15);
    }

    [Fact]
    public void Long_rows_add_up_to_one()
    {
        Random random = new(51);
        float[] x = [.. Enumerable.Range(0, 1_000_000).Select(_ => (random.NextSingle() * 10) - 5)], y = new float[x.Length];
        Softmax.Forward(Arrangement.Dense(Shape.Of(x.Length), x), 0, y);
        Assert.Equal(1, y.Sum(value => (double)value), 1e-6);
        Softmax.ForwardLog(Arrangement.Dense(Shape.Of(x.Length), x), 0, y);
        Assert.Equal(1, y.Sum(value => Math.Exp(value)), 1e-5);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void A_row_of_negative_infinities_or_with_a_NaN_is_NaN(int length)
    {
        double inf = double.PositiveInfinity;
        double[] nothing = [.. Enumerable.Repeat(-inf, length)], special = new double[length], one = [.. nothing];
        special[1] = double.NaN;
        one[2] = 5;
        double[] y = new double[3 * length];
        foreach (ReductionWidth<double> width in ReductionWidth<double>.All)
        {
            Elements<double> rows = Arrangement.Dense(Shape.Of(3, length), [.. nothing, .. special, .. one]);
            width.Softmax<PlainSoftmax>(rows, 1, y);
            Assert.All(y[..(2 * length)], value => Assert.True(double.IsNaN(value)));
            Assert.Equal(one.Select(value => value == 5 ? 1.0 : 0), y[(2 * length)..]);
            width.Softmax<LogarithmicSoftmax>(rows, 1, y);
            Assert.All(y[..(2 * length)], value => Assert.True(double.IsNaN(value)));
            Assert.Equal(one.Select(value => value == 5 ? 0 : -inf), y[(2 * length)..]);
            width.Softmax<PlainSoftmax>(new(rows.Memory, 0, Layout.Of(Shape.Of(length, 3), [1, length])), 0, y);
            for (int i = 0; i < length; i++)
            {
                Assert.True(double.IsNaN(y[3 * i]) && double.IsNaN(y[(3 * i) + 1]));
                Assert.Equal(i == 2 ? 1 : 0, y[(3 * i) + 2]);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Where_all_adjoints_of_a_line_are_0_nothing_comes_back_whatever_stands_in_it(int length)
    {
        IsSilent<float>(length);
        IsSilent<double>(length);
    }

    [Fact]
    public void A_span_of_another_length_is_refused()
    {
        double[] three = new double[3], four = new double[4];
        Assert.Throws<ArgumentOutOfRangeException>(() => Softmax.Forward(Arrangement.Dense(Shape.Of(4), four), 0, three));
        Assert.Throws<ArgumentOutOfRangeException>(() => Softmax.Backward<double>(four, three, Shape.Of(4), 0, four, accumulate: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scan.CumulativeSum(Arrangement.Dense(Shape.Of(4), four), 0, reversed: false, three));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogSumExp.Fold(Arrangement.Dense(Shape.Of(2, 2), four), 0b01, three.AsSpan(0, 1)));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = new float[640], y = new float[640];
        Shape shape = Shape.Of(64, 10);
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            for (int axis = 0; axis < 2; axis++)
            {
                Softmax.ForwardLog(Arrangement.Dense(shape, x), axis, y);
                Softmax.Backward<float>(y, x, shape, axis, y, accumulate: false);
                Softmax.BackwardLog<float>(y, x, shape, axis, y, accumulate: true);
            }
        }
    }

    private static void Agrees<T>(double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(52);
        for (int trial = 0; trial < 250; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(random, shape, mayOverlap: true, () => T.CreateTruncating((random.NextDouble() - 0.5) * 20));
            double[] x = [.. Arrangement.Values(source).Select(double.CreateChecked)];
            T[] target = new T[x.Length + 2];
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                ReductionWidth<T> width = ReductionWidth<T>.All[random.Next(3)];
                double[] logarithms = LogSoftmax(x, shape, axis);
                width.Softmax<PlainSoftmax>(source, axis, target.AsSpan(1, x.Length));
                Close([0, .. logarithms.Select(Math.Exp), 0], target, tolerance);
                width.Softmax<LogarithmicSoftmax>(source, axis, target.AsSpan(1, x.Length));
                Close([0, .. logarithms, 0], target, 20 * tolerance);
            }
        }
    }

    private static void Pulls<T>(double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(53);
        for (int trial = 0; trial < 250; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            double[] dy = [.. Enumerable.Range(0, shape.ElementCount).Select(_ => (double)(float)(random.NextDouble() - 0.5))];
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                double[] logarithms = LogSoftmax([.. Enumerable.Range(0, shape.ElementCount).Select(_ => random.NextDouble() * 6)], shape, axis);
                logarithms = [.. logarithms.Select(value => double.CreateChecked(T.CreateTruncating(value)))];
                double[] powers = [.. logarithms.Select(value => double.CreateChecked(T.CreateTruncating(Math.Exp(value))))];
                bool accumulate = random.Next(2) == 0;
                ReductionWidth<T> width = ReductionWidth<T>.All[random.Next(3)];
                T[] incoming = [.. dy.Select(T.CreateTruncating)], target = [.. Enumerable.Repeat(T.One, shape.ElementCount + 2)];
                Span<T> dx = target.AsSpan(1, shape.ElementCount);
                width.SoftmaxBackward<PlainSoftmax>([.. powers.Select(T.CreateTruncating)], incoming, shape, axis, dx, accumulate);
                double[] sums = Sums([.. powers.Zip(dy, (y, d) => y * d)], shape, axis);
                Close([1, .. powers.Select((y, i) => (y * (dy[i] - sums[i])) + (accumulate ? 1 : 0)), 1], target, tolerance);
                Array.Fill(target, T.One);
                width.SoftmaxBackward<LogarithmicSoftmax>([.. logarithms.Select(T.CreateTruncating)], incoming, shape, axis, dx, accumulate);
                sums = Sums(dy, shape, axis);
                Close([1, .. logarithms.Select((y, i) => dy[i] - (Math.Exp(y) * sums[i]) + (accumulate ? 1 : 0)), 1], target, 4 * tolerance);
            }
        }
    }

    private static void IsSilent<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] y = [.. Enumerable.Repeat(T.NaN, length * length)], dy = new T[y.Length], dx = new T[y.Length];
        foreach (ReductionWidth<T> width in ReductionWidth<T>.All)
        {
            for (int axis = 0; axis < 2; axis++)
            {
                dx.AsSpan().Fill(T.One);
                width.SoftmaxBackward<PlainSoftmax>(y, dy, Shape.Of(length, length), axis, dx, accumulate: false);
                Assert.All(dx, value => Assert.Equal(T.Zero, value));
                width.SoftmaxBackward<LogarithmicSoftmax>(y, dy, Shape.Of(length, length), axis, dx, accumulate: true);
                Assert.All(dx, value => Assert.Equal(T.Zero, value));
            }
        }
    }

    private static double[] LogSoftmax(double[] x, Shape shape, int axis)
    {
        double max = x.Length == 0 ? 0 : x.Max();
        double[] sums = Sums([.. x.Select(value => Math.Exp(value - max))], shape, axis);
        return [.. x.Select((value, i) => value - max - Math.Log(sums[i]))];
    }

    // The sum along the axis, at every element.
    private static double[] Sums(double[] x, Shape shape, int axis)
    {
        int step = 1, length = shape.Lengths[axis];
        for (int inner = axis + 1; inner < shape.Rank; inner++) { step *= shape.Lengths[inner]; }
        double[] sums = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            int first = i - (i / step % length * step);
            for (int k = 0; k < length; k++) { sums[i] += x[first + (k * step)]; }
        }
        return sums;
    }

    private static void Close<T>(double[] expected, T[] actual, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], double.CreateChecked(actual[i]), tolerance); }
    }
}
