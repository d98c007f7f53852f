using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>Where the greatest and the least numbers are.</summary>
public sealed class IndexTests
{
    [Fact]
    public void The_first_of_the_greatest_and_of_the_least_is_found_in_any_layout()
    {
        Finds<float>();
        Finds<double>();
    }

    [Fact]
    public void Long_rows_and_columns_are_searched_whole()
    {
        Random random = new(31);
        int[] found = new int[3];
        for (int trial = 0; trial < 50; trial++)
        {
            double[] x = new double[3 * 7001];
            int[] places = [random.Next(7001), random.Next(7001), random.Next(7001)];
            for (int i = 0; i < 3; i++) { x[(i * 7001) + places[i]] = trial % 2 == 0 ? 1 : double.NaN; }
            Reduction.IndexOfMaximum(Arrangement.Dense(Shape.Of(3, 7001), x), 1, found);
            Assert.Equal(places, found);
            Reduction.IndexOfMaximum(new Elements<double>(x, 0, Layout.Of(Shape.Of(7001, 3), [1, 7001])), 0, found);
            Assert.Equal(places, found);
            for (int i = 0; i < x.Length; i++) { x[i] = -x[i]; }
            Reduction.IndexOfMinimum(Arrangement.Dense(Shape.Of(3, 7001), x), 1, found);
            Assert.Equal(places, found);
        }
    }

    [Fact]
    public void The_zeros_are_equal_and_the_first_NaN_is_before_all()
    {
        foreach (ReductionWidth<double> width in ReductionWidth<double>.All)
        {
            foreach (int padding in (int[])[0, 30, 3000])
            {
                double[] tail = [.. Enumerable.Repeat(-1.0, padding)];
                Assert.Equal(0, Of<MaximumFold>(width, [-0.0, 0.0, .. tail]));
                Assert.Equal(1, Of<MaximumFold>(width, [-1, -0.0, .. tail, 0.0]));
                Assert.Equal(0, Of<MinimumFold>(width, [-0.0, 0.0, .. tail.Select(x => -x), -0.0]));
                Assert.Equal(2, Of<MaximumFold>(width, [0, double.PositiveInfinity, double.NaN, .. tail, double.NaN, 5]));
                Assert.Equal(padding, Of<MinimumFold>(width, [.. tail, double.NaN, double.NegativeInfinity]));
                Assert.Equal(0, Of<MaximumFold>(width, [.. tail.Select(_ => double.NegativeInfinity), double.NegativeInfinity]));
            }
        }
    }

    private static int Of<TFold>(ReductionWidth<double> width, double[] x)
        where TFold : struct, IFold
    {
        int[] row = new int[1], column = new int[2];
        width.IndexOf<TFold>(Arrangement.Dense(Shape.Of(x.Length), x), 0, row);
        width.IndexOf<TFold>(Arrangement.Dense(Shape.Of(x.Length, 2), [.. x.SelectMany(value => new[] { value, value })]), 0, column);
        Assert.Equal([row[0], row[0]], column);
        return row[0];
    }

    private static void Finds<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(32);
        for (int trial = 0; trial < 400; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            if (shape.ElementCount == 0) { continue; }
            Elements<T> source = Arrangement.Random(
                random, shape, mayOverlap: true, () => trial % 3 == 0 && random.Next(30) == 0 ? T.NaN : Arrangement.Integer<T>(random));
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                T[][] groups = Arrangement.Groups(source, 1u << axis);
                foreach (ReductionWidth<T> width in ReductionWidth<T>.All)
                {
                    int[] greatest = [.. Enumerable.Repeat(-7, groups.Length + 2)], least = [.. greatest];
                    width.IndexOf<MaximumFold>(source, axis, greatest.AsSpan(1, groups.Length));
                    width.IndexOf<MinimumFold>(source, axis, least.AsSpan(1, groups.Length));
                    Assert.Equal([-7, .. groups.Select(group => First(group, (x, best) => x > best)), -7], greatest);
                    Assert.Equal([-7, .. groups.Select(group => First(group, (x, best) => x < best)), -7], least);
                }
            }
        }
    }

    private static int First<T>(T[] values, Func<T, T, bool> isBetter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int found = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i])) { return i; }
            if (isBetter(values[i], values[found])) { found = i; }
        }
        return found;
    }
}
