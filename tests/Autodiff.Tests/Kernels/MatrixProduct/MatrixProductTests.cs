using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels;

/// <summary>The product of matrices, by every path, against sums in double.</summary>
public sealed class MatrixProductTests
{
    // Around the tiles (6 and 12 rows), the lanes (2 to 16 elements), the pairs of them, and the wide row of 16 lanes.
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 19, 23, 24, 25, 29, 31, 32, 33, 37, 47, 61, 64, 67];

    [Fact]
    public void Products_of_all_small_sizes_and_layouts_are_sums_of_products()
    {
        All<float>();
        All<double>();

        static void All<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Random random = new(1);
            for (int trial = 0; trial < 1000; trial++)
            {
                int Size() => Sizes[random.Next(random.Next(2) == 0 ? 8 : Sizes.Length)];
                int rows = Size(), columns = Size(), inner = Size(), gap = random.Next(2) * random.Next(20);
                Layout<T> a = Layout<T>.Random(rows, inner, random.Next(2) == 0, gap, random);
                Layout<T> b = Layout<T>.Random(inner, columns, random.Next(2) == 0, gap, random);
                Check(rows, columns, inner, a, b, Layout<T>.Random(rows, columns, false, gap, random), random.Next(2) == 0);
            }
        }
    }

    // Two stretches of the inner index, packed A and B, wide tiles of one row and two, short sums, a page from row to row.
    [Theory]
    [InlineData(130, 67, 530)]
    [InlineData(100, 140, 520)]
    [InlineData(3, 41, 1030)]
    [InlineData(1, 700, 531)]
    [InlineData(700, 1, 531)]
    [InlineData(2, 300, 41)]
    [InlineData(7, 600, 3)]
    [InlineData(53, 1024, 24)]
    [InlineData(61, 130, 1024)]
    public void Products_of_large_sizes_are_sums_of_products(int rows, int columns, int inner)
    {
        All<float>();
        All<double>();

        void All<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Random random = new(2);
            for (int layout = 0; layout < 4; layout++)
            {
                Layout<T> a = Layout<T>.Random(rows, inner, (layout & 1) != 0, 0, random), b = Layout<T>.Random(inner, columns, (layout & 2) != 0, 0, random);
                Check(rows, columns, inner, a, b, Layout<T>.Random(rows, columns, false, 3, random), accumulate: layout % 2 == 0);
            }
        }
    }

    [Fact]
    public void Strides_may_be_anything_from_0_on()
    {
        All<float>();
        All<double>();

        static void All<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Random random = new(3);
            for (int trial = 0; trial < 300; trial++)
            {
                int rows = random.Next(1, 30), columns = random.Next(1, 70), inner = random.Next(1, 40);
                int Stride() => random.Next(4) switch { 0 => 0, 1 => 1, _ => random.Next(2, 50) };
                Layout<T> a = Layout<T>.Random(rows, inner, Stride(), Stride(), random), b = Layout<T>.Random(inner, columns, Stride(), Stride(), random);
                Check(rows, columns, inner, a, b, Layout<T>.Random(rows, columns, columns + random.Next(5), 1, random), random.Next(2) == 0);
            }
        }
    }

    [Fact]
    public void Without_inner_elements_the_product_is_0_and_nothing_is_added()
    {
        foreach (ProductPath<double> path in ProductPath<double>.All)
        {
            Layout<double> none = Layout<double>.Filled(0, 0, 5, 1, 0), c = Layout<double>.Filled(3, 5, 7, 1, 2), sum = c.Copy();
            path.Multiply(3, 5, 0, none, none, c, accumulate: false);
            path.Multiply(3, 5, 0, none, none, sum, accumulate: true);
            Assert.True(c.HasSameGaps(sum));
            for (int i = 0; i < 15; i++)
            {
                Assert.Equal(0, c[i / 5, i % 5]);
                Assert.Equal(2, sum[i / 5, i % 5]);
            }
        }
    }

    [Fact]
    public void A_product_without_rows_or_columns_touches_nothing()
    {
        double[] four = [1, 2, 3, 4];
        MatrixProduct.Multiply<double>(0, 2, 2, [], 2, 1, four, 2, 1, four, 2, accumulate: false);
        MatrixProduct.Multiply<double>(2, 0, 2, four, 2, 1, [], 0, 1, four, 0, accumulate: false);
        MatrixProduct.Multiply<double>(0, 0, 0, [], 0, 0, [], 0, 0, [], 0, accumulate: false);
        Assert.Equal([1, 2, 3, 4], four);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(300)]
    public void The_bits_of_a_row_do_not_depend_on_the_other_rows(int columns)
    {
        All<float>();
        All<double>();

        void All<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Random random = new(4);
            foreach ((int rows, int inner, int layout) in
                from rows in new[] { 2, 5, 13, 26 } from inner in new[] { 3, 33, 520 } from layout in new[] { 0, 1, 2, 3 } select (rows, inner, layout))
            {
                Layout<T> a = Layout<T>.Random(rows, inner, (layout & 1) != 0, 0, random), b = Layout<T>.Random(inner, columns, (layout & 2) != 0, 0, random);
                foreach (ProductPath<T> path in ProductPath<T>.All)
                {
                    Layout<T> c = Layout<T>.Filled(rows, columns, columns, 1, T.One), alone = Layout<T>.Filled(1, columns, columns, 1, T.One);
                    path.Multiply(rows, columns, inner, a, b, c, accumulate: false);
                    for (int i = 0; i < rows; i++)
                    {
                        path.Multiply(1, columns, inner, a.OneRow(i), b, alone, accumulate: false);
                        bool same = c.Span.Slice(i * columns, columns).SequenceEqual(alone.Span);
                        Assert.True(same, $"{path} {rows}x{inner}x{columns}, layout {layout}, row {i}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Not_a_number_and_infinity_reach_their_row_and_column_and_no_other()
    {
        foreach (ProductPath<float> path in ProductPath<float>.All)
        {
            foreach ((int rows, int columns) in from rows in new[] { 1, 7, 13 } from columns in new[] { 1, 5, 16, 27, 50 } select (rows, columns))
            {
                Layout<float> a = Layout<float>.Filled(rows, 21, 21, 1, 0), b = Layout<float>.Filled(21, columns, columns, 1, 0);
                Layout<float> c = Layout<float>.Filled(rows, columns, columns, 1, 0);
                (a[rows - 1, 20], b[3, columns - 1]) = (float.PositiveInfinity, float.NaN);
                path.Multiply(rows, columns, 21, a, b, c, accumulate: false);
                for (int i = 0; i < rows * columns; i++)
                {
                    // Infinity times 0 is not a number either.
                    (int row, int column) = int.DivRem(i, columns);
                    Assert.Equal(row == rows - 1 || column == columns - 1 ? float.NaN : 0, c[row, column]);
                }
            }
        }
    }

    [Fact]
    public void Overflow_is_infinite_and_a_vanishing_term_keeps_nothing_back()
    {
        foreach (ProductPath<double> path in ProductPath<double>.All)
        {
            Layout<double> a = Layout<double>.Filled(9, 2, 2, 1, double.MaxValue), b = Layout<double>.Filled(2, 19, 19, 1, 2);
            Layout<double> c = Layout<double>.Filled(9, 19, 19, 1, double.NaN);
            path.Multiply(9, 19, 2, a, b, c, accumulate: false);
            for (int i = 0; i < 9 * 19; i++) { Assert.Equal(double.PositiveInfinity, c[i / 19, i % 19]); }
        }
    }

    [Fact]
    public void Memory_that_is_too_short_and_sizes_below_0_are_refused()
    {
        double[] six = new double[6], five = new double[5], four = new double[4];
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, five, 3, 1, six, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, six, 3, 1, five, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, six, 3, 1, six, 2, 1, four.AsSpan(1), 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, six, -3, 1, six, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, six, 3, 1, six, 2, -1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(-2, 2, 3, six, 3, 1, six, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, -3, six, 3, 1, six, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 3, six, 3, 1, six, 2, 1, four, 1, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(2, 2, 2, six, int.MaxValue, int.MaxValue, six, 2, 1, four, 2, accumulate: false));
        Refused(() => MatrixProduct.Multiply<double>(int.MaxValue, 2, int.MaxValue, six, int.MaxValue, int.MaxValue, six, 2, 1, four, 2, accumulate: false));

        static void Refused(Action multiply) => Assert.Throws<ArgumentOutOfRangeException>(multiply);
    }

    [Fact]
    public void A_product_allocates_nothing_once_its_thread_has_packed_one()
    {
        float[] a = new float[70 * 300], b = new float[300 * 70], c = new float[70 * 70];
        Multiply();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Multiply();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Multiply()
        {
            MatrixProduct.Multiply<float>(70, 70, 300, a, 300, 1, b, 70, 1, c, 70, accumulate: false);
            MatrixProduct.Multiply<float>(70, 70, 300, a, 1, 70, b, 1, 300, c, 70, accumulate: true);
            MatrixProduct.Multiply<float>(70, 1, 300, a, 300, 1, b, 1, 1, c, 1, accumulate: true);
            MatrixProduct.Multiply<float>(1, 70, 300, a, 300, 1, b, 70, 1, c, 70, accumulate: true);
        }
    }

    [Fact]
    public void Threads_multiply_at_the_same_time()
    {
        Random random = new(5);
        Layout<double> a = Layout<double>.Random(40, 90, false, 0, random), b = Layout<double>.Random(90, 50, true, 0, random);
        Layout<double> expected = Layout<double>.Filled(40, 50, 50, 1, 0);
        ProductPath<double> path = ProductPath<double>.All[^1];
        path.Multiply(40, 50, 90, a, b, expected, accumulate: false);
        Parallel.For(0, 64, _ =>
        {
            Layout<double> c = Layout<double>.Filled(40, 50, 50, 1, 0);
            path.Multiply(40, 50, 90, a, b, c, accumulate: false);
            Assert.True(c.Span.SequenceEqual(expected.Span));
        });
    }

    /// <summary>Every path, against sums in double: within the bound of a sum in any order, and nothing but the elements of C is written.</summary>
    private static void Check<T>(int rows, int columns, int inner, Layout<T> a, Layout<T> b, Layout<T> start, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double unit = double.CreateChecked(T.BitIncrement(T.One) - T.One);
        double[] expected = new double[rows * columns], slack = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = accumulate ? double.CreateChecked(start[i, j]) : 0, magnitude = Math.Abs(sum);
                for (int k = 0; k < inner; k++)
                {
                    double term = double.CreateChecked(a[i, k]) * double.CreateChecked(b[k, j]);
                    sum += term;
                    magnitude += Math.Abs(term);
                }
                (expected[(i * columns) + j], slack[(i * columns) + j]) = (sum, (inner + 2) * unit * magnitude);
            }
        }
        foreach (ProductPath<T> path in ProductPath<T>.All)
        {
            Layout<T> c = start.Copy();
            path.Multiply(rows, columns, inner, a, b, c, accumulate);
            string name = $"{path} {rows}x{inner}x{columns}, strides {a.Row} {a.Column} {b.Row} {b.Column}";
            Assert.True(c.HasSameGaps(start), $"{name} writes outside C");
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    double distance = Math.Abs(double.CreateChecked(c[i, j]) - expected[(i * columns) + j]);
                    Assert.True(distance <= slack[(i * columns) + j], $"{name} at {i}, {j}: {c[i, j]}, else {expected[(i * columns) + j]}");
                }
            }
        }
    }
}
