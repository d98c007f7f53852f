using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>Folds over axes.</summary>
public sealed class ReductionTests
{
    [Fact]
    public void Folds_over_any_axes_of_any_layout_agree_with_the_plain_loop()
    {
        Folds<float>();
        Folds<double>();
    }

    [Fact]
    public void Products_agree_with_the_plain_loop()
    {
        Multiplies<float>();
        Multiplies<double>();
    }

    [Fact]
    public void Folds_without_a_width_are_those_of_the_widest()
    {
        Random random = new(21);
        Elements<double> source = Arrangement.Random(random, Shape.Of(37, 5, 41), mayOverlap: false, random.NextDouble);
        double[] expected = new double[37 * 41], sum = new double[37 * 41], row = new double[41];
        ReductionWidth<double> widest = ReductionWidth<double>.All[^1];
        if (System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated)
        {
            widest.Fold<SumFold>(source, 0b010, expected, accumulate: false);
            Reduction.Fold(default(SumFold), source, 0b010, sum, accumulate: false);
            Assert.Equal(expected, sum);
        }
        Reduction.Fold(default(SumFold), source, 0b011, row, accumulate: false);
        Assert.All(Arrangement.Groups(source, 0b011).Zip(row), pair => Assert.Equal(pair.First.Sum(), pair.Second, 1e-12));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(70)]
    [InlineData(5000)]
    public void A_NaN_wins_and_infinities_count(int length)
    {
        foreach (ReductionWidth<float> width in ReductionWidth<float>.All)
        {
            for (int place = 0; place < length; place += Math.Max(1, length / 9))
            {
                float[] x = new float[length];
                x[place] = float.NaN;
                Assert.True(float.IsNaN(Of<MaximumFold>(width, x)) && float.IsNaN(Of<MinimumFold>(width, x)));
                Assert.True(float.IsNaN(Of<SumFold>(width, x)) && float.IsNaN(Of<AbsoluteSumFold>(width, x)));
                x[place] = float.NegativeInfinity;
                Assert.Equal(float.NegativeInfinity, Of<SumFold>(width, x));
                Assert.Equal(float.NegativeInfinity, Of<MinimumFold>(width, x));
                Assert.Equal(float.PositiveInfinity, Of<SquareSumFold>(width, x));
                Assert.Equal(length == 1 ? float.NegativeInfinity : 0, Of<MaximumFold>(width, x));
            }
        }
    }

    [Fact]
    public void A_fold_of_nothing_is_neutral()
    {
        Elements<double> nothing = Arrangement.Dense(Shape.Of(3, 0), Array.Empty<double>());
        double[] y = [7, 7, 7, 7];
        Reduction.Fold(default(SumFold), nothing, 0b10, y.AsSpan(0, 3), accumulate: true);
        Assert.Equal([7.0, 7, 7, 7], y);
        Reduction.Fold(default(SumFold), nothing, 0b10, y.AsSpan(0, 3), accumulate: false);
        Assert.Equal([0.0, 0, 0, 7], y);
        Reduction.Fold(default(ProductFold), nothing, 0b11, y.AsSpan(0, 1), accumulate: false);
        Assert.Equal([1.0, 0, 0, 7], y);
        Reduction.Fold(default(SumFold), nothing, 0b01, [], accumulate: false);
    }

    [Fact]
    public void A_sum_over_what_broadcasting_repeats_has_the_shape_of_the_operand()
    {
        Elements<double> source = Arrangement.Dense(Shape.Of(2, 3, 4), [.. Enumerable.Range(0, 24).Select(i => (double)i)]);
        double[] sum = [1, 1, 1, 1];
        Reduction.SumTo(source, Shape.Of(3, 1), sum.AsSpan(0, 3), accumulate: true);
        Assert.Equal([61.0, 93, 125, 1], sum);
        Reduction.SumTo(source, Shape.Of(4), sum, accumulate: false);
        Assert.Equal([60.0, 66, 72, 78], sum);
        Reduction.SumTo(source, Shape.Scalar, sum.AsSpan(0, 1), accumulate: false);
        Assert.Equal(276, sum[0]);
        double[] same = new double[24];
        Reduction.SumTo(source, source.Shape, same, accumulate: false);
        Assert.Equal(source.Memory, same);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Elements<float> source = new(new float[3000], 0, Layout.Of(Shape.Of(10, 20, 15), [1, 10, 200]));
        float[] target = new float[300];
        int[] indices = new int[300];
        Reduce();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Reduce();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Reduce()
        {
            for (uint axes = 1; axes < 8; axes++) { Reduction.Fold(default(SumFold), source, axes, target, accumulate: true); }
            for (int axis = 0; axis < 3; axis++) { Reduction.IndexOfMaximum(source, axis, indices); }
        }
    }

    private static void Folds<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(23);
        for (int trial = 0; trial < 250; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(random, shape, mayOverlap: true, () => Arrangement.Integer<T>(random));
            for (uint axes = 0; axes < 1u << shape.Rank; axes++)
            {
                T[][] groups = Arrangement.Groups(source, axes);
                ReductionWidth<T> width = ReductionWidth<T>.All[random.Next(3)];
                bool accumulate = random.Next(2) == 0;
                Check<SumFold, T>(width, source, axes, accumulate, groups, (sum, x) => sum + x, T.Zero);
                Check<AbsoluteSumFold, T>(width, source, axes, accumulate, groups, (sum, x) => sum + T.Abs(x), T.Zero);
                Check<SquareSumFold, T>(width, source, axes, accumulate, groups, (sum, x) => sum + (x * x), T.Zero);
                Check<MaximumFold, T>(width, source, axes, false, groups, T.Max, T.NegativeInfinity);
                Check<MinimumFold, T>(width, source, axes, false, groups, T.Min, T.PositiveInfinity);
            }
        }
    }

    private static void Multiplies<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(24);
        for (int trial = 0; trial < 100; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(
                random, shape, mayOverlap: false, () => T.CreateChecked(random.Next(20) == 0 ? (random.Next(2) == 0 ? 2 : 0.5) : random.Next(2) == 0 ? -1 : 1));
            for (uint axes = 0; axes < 1u << shape.Rank; axes++)
            {
                foreach (ReductionWidth<T> width in ReductionWidth<T>.All)
                {
                    Check<ProductFold, T>(width, source, axes, false, Arrangement.Groups(source, axes), (product, x) => product * x, T.One);
                }
            }
        }
    }

    private static void Check<TFold, T>(ReductionWidth<T> width, Elements<T> source, uint axes, bool accumulate, T[][] groups, Func<T, T, T> include, T neutral)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T before = T.CreateChecked(3);
        T[] target = [.. Enumerable.Repeat(before, groups.Length + 2)];
        width.Fold<TFold>(source, axes, target.AsSpan(1, groups.Length), accumulate);
        Assert.Equal([before, .. groups.Select(group => group.Aggregate(neutral, include) + (accumulate ? before : T.Zero)), before], target);
    }

    private static float Of<TFold>(ReductionWidth<float> width, float[] x)
        where TFold : struct, IFold
    {
        float[] y = new float[1];
        width.Fold<TFold>(Arrangement.Dense(Shape.Of(x.Length), x), 0b1, y, accumulate: false);
        return y[0];
    }
}
