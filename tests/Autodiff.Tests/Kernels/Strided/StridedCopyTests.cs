using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Strided;

/// <summary>Moves between layouts.</summary>
public sealed class StridedCopyTests
{
    [Fact]
    public void A_copy_takes_every_element_to_its_place_and_touches_no_other()
    {
        Copies<float>();
        Copies<double>();
    }

    [Fact]
    public void Matrices_of_every_size_are_transposed()
    {
        Transposes<float>();
        Transposes<double>();
    }

    [Fact]
    public void A_gather_has_any_part_of_the_elements_in_order()
    {
        Gathers<float>();
        Gathers<double>();
    }

    [Fact]
    public void Planes_are_copied_by_every_width()
    {
        CopiesPlanes<float, Lane128<float>>();
        CopiesPlanes<float, Lane256<float>>();
        CopiesPlanes<float, Lane512<float>>();
        CopiesPlanes<double, Lane128<double>>();
        CopiesPlanes<double, Lane256<double>>();
        CopiesPlanes<double, Lane512<double>>();
    }

    [Fact]
    public void A_copy_keeps_the_bits_of_special_values()
    {
        double[] special = [double.NaN, double.NegativeInfinity, -0.0, double.Epsilon, 0.0, double.PositiveInfinity];
        double[] target = new double[6];
        StridedCopy.Copy(new(special, 0, Layout.Of(Shape.Of(2, 3), [1, 2])), Arrangement.Dense(Shape.Of(2, 3), target), accumulate: false);
        Assert.Equal(
            new[] { special[0], special[2], special[4], special[1], special[3], special[5] }.Select(BitConverter.DoubleToInt64Bits),
            target.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Another_shape_and_elements_that_are_not_there_are_refused()
    {
        Elements<double> turned = new(new double[6], 0, Layout.Of(Shape.Of(2, 3), [1, 2]));
        Assert.Throws<ShapeMismatchException>(() => StridedCopy.Copy(turned, Arrangement.Dense(Shape.Of(3, 2), new double[6]), accumulate: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => StridedCopy.Gather(turned, 2, new double[5]));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Elements<float> source = new(new float[3000], 0, Layout.Of(Shape.Of(10, 20, 15), [1, 10, 200]));
        Elements<float> target = Arrangement.Dense(source.Shape, new float[3000]);
        StridedCopy.Copy(source, target, accumulate: true);
        StridedCopy.Gather(source, 7, target.Memory.AsSpan(3, 2048));
        long before = GC.GetAllocatedBytesForCurrentThread();
        StridedCopy.Copy(source, target, accumulate: true);
        StridedCopy.Gather(source, 7, target.Memory.AsSpan(3, 2048));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Copies<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(1);
        for (int trial = 0; trial < 1500; trial++)
        {
            Shape shape = Arrangement.RandomShape(random);
            Elements<T> source = Arrangement.Random(random, shape, mayOverlap: true, () => Arrangement.Integer<T>(random));
            Elements<T> target = Arrangement.Random(random, shape, mayOverlap: false, () => Arrangement.Integer<T>(random));
            Check(source, target, accumulate: trial % 2 == 0);
        }
    }

    private static void Transposes<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(2);
        int[] lengths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65];
        foreach (int rows in lengths)
        {
            foreach (int columns in lengths.Append(1030))
            {
                Shape shape = Shape.Of(rows, columns);
                Elements<T> source = new(new T[(rows + 1) * columns], 0, Layout.Of(shape, [1, rows + 1]));
                for (int i = 0; i < source.Memory.Length; i++) { source.Memory[i] = T.CreateChecked(i % 1000); }
                Elements<T> target = new(new T[rows * (columns + 2)], 1, Layout.Of(shape, [columns + 2, 1]));
                Check(source, target, accumulate: false);
                Check(source, target, accumulate: true);
            }
        }
    }

    private static void Check<T>(Elements<T> source, Elements<T> target, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] expected = [.. target.Memory];
        int[] from = Arrangement.Places(source), to = Arrangement.Places(target);
        for (int i = 0; i < to.Length; i++)
        {
            T value = source.Memory[from[i]];
            expected[to[i]] = accumulate ? expected[to[i]] + value : value;
        }
        StridedCopy.Copy(source, target, accumulate);
        Assert.Equal(expected, target.Memory);
    }

    private static void Gathers<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(3);
        for (int trial = 0; trial < 1000; trial++)
        {
            Elements<T> source = Arrangement.Random(random, Arrangement.RandomShape(random), mayOverlap: true, () => Arrangement.Integer<T>(random));
            T[] values = Arrangement.Values(source), target = new T[values.Length + 2];
            int first = random.Next(values.Length + 1), count = random.Next(values.Length - first + 1);
            if (trial % 4 == 0) { (first, count) = (0, values.Length); }
            StridedCopy.Gather(source, first, target.AsSpan(1, count));
            Assert.Equal([T.Zero, .. values.AsSpan(first, count), T.Zero], target.AsSpan(0, count + 2));
        }
    }

    private static void CopiesPlanes<T, R>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        Random random = new(4);
        for (int trial = 0; trial < 600; trial++)
        {
            int rows = random.Next(1, 40), columns = random.Next(1, 40);
            int sourceRow = random.Next(4) == 0 ? 1 : random.Next(45), sourceColumn = random.Next(4);
            int targetColumn = random.Next(3) == 0 ? 2 : 1, targetRow = (columns * targetColumn) + random.Next(3);
            T[] source = [.. Enumerable.Range(0, (rows * sourceRow) + (columns * sourceColumn) + 1).Select(T.CreateChecked)];
            T[] target = [.. Enumerable.Range(0, (rows * targetRow) + 1).Select(_ => T.One)], expected = [.. target];
            bool accumulate = trial % 2 == 0;
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    T value = source[(i * sourceRow) + (j * sourceColumn)];
                    expected[(i * targetRow) + (j * targetColumn)] = accumulate ? value + T.One : value;
                }
            }
            PlaneCopy.Run<T, R>(ref source[0], ref target[0], new(rows, sourceRow, targetRow), new(columns, sourceColumn, targetColumn), accumulate);
            Assert.Equal(expected, target);
        }
    }
}
