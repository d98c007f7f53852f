using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Differentiation;

/// <summary>Jacobians as compressed rows.</summary>
public sealed class SparseJacobianTests
{
    [Fact]
    public void A_band_has_three_entries_a_row_and_those_of_the_dense_Jacobian()
    {
        double[] point = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(i + 1))];
        CompressedRows<double> sparse = Autograd.SparseJacobian<double>(Band, point, point.Length - 2);
        Assert.Equal((38, 40), (sparse.RowCount, sparse.ColumnCount));
        Assert.Equal(Enumerable.Range(0, 39).Select(row => 3 * row), sparse.RowStarts.ToArray());
        Assert.Equal(3, sparse.Row(5, out ReadOnlySpan<int> columns).Length);
        Assert.Equal([5, 6, 7], columns.ToArray());
        double[,] dense = Autograd.Jacobian<double>(Band, point, point.Length - 2), filled = sparse.ToDense();
        for (int row = 0; row < 38; row++)
        {
            for (int column = 0; column < 40; column++) { Assert.Equal(dense[row, column], filled[row, column], 1e-14); }
        }

        static void Band(ReadOnlySpan<Scalar<double>> x, Span<Scalar<double>> y)
        {
            for (int i = 0; i < y.Length; i++) { y[i] = (x[i] * Exp(x[i + 1])) - MultiplyAdd(x[i + 1], x[i + 2], x[i] * x[i]); }
        }
    }

    [Fact]
    public void Shared_parts_lists_of_terms_and_constants_have_the_rows_of_the_dense_Jacobian()
    {
        double[] point = [0.5, -1.5, 2, 3];
        CompressedRows<double> sparse = Autograd.SparseJacobian<double>(Mixed, point, 6);
        Assert.Equal([0, 4, 6, 6, 7, 9, 13], sparse.RowStarts.ToArray());
        double[,] dense = Autograd.Jacobian<double>(Mixed, point, 6), filled = sparse.ToDense();
        for (int row = 0; row < 6; row++)
        {
            for (int column = 0; column < 4; column++) { Assert.Equal(dense[row, column], filled[row, column], 1e-13); }
        }

        static void Mixed(ReadOnlySpan<Scalar<double>> x, Span<Scalar<double>> y)
        {
            Scalar<double> shared = Watch(Tanh(x[0] * x[1]));
            y[0] = Dot(x, x);
            y[1] = shared + (shared * shared);
            y[2] = 7;
            y[3] = x[2];
            y[4] = LinearCombination([2.0, -1.0], x[1..3]) * 0.0;
            y[5] = Sum<double>([shared, x[3], x[2], y[1]]);
        }
    }

    [Fact]
    public void A_zero_hides_an_infinite_slope_and_leaves_its_entry()
    {
        CompressedRows<double> sparse = Autograd.SparseJacobian<double>(
            (x, y) => (y[0], y[1]) = ((Sqrt(x[0]) * x[1]) + x[2], Sqrt(x[0]) + x[1]), [0.0, 0.0, 1.0], outputs: 2);
        Assert.Equal([0, 1, 2, 0, 1], sparse.Columns.ToArray());
        Assert.Equal([0.0, 0.0, 1.0, double.PositiveInfinity, 1.0], sparse.Values.ToArray());
    }

    [Fact]
    public void Over_lanes_each_point_has_its_own_matrix()
    {
        Lanes x = Lanes.Load([1, 2, 3, 4, 5, 6, 7, 8]);
        CompressedRows<Lanes> sparse = Autograd.SparseJacobian<Lanes>((x, y) => (y[0], y[1]) = (x[0] * x[0], Lanes.Total(x[1])), [x, x], outputs: 2);
        Assert.Equal([0, 1], sparse.Columns.ToArray());
        Assert.Equal(2 * x, sparse.Values[0]);
        Assert.Equal((Lanes)8, sparse.Values[1]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        CompressedRows<double> none = Autograd.SparseJacobian<double>((_, _) => { }, [1.0], outputs: 0);
        Assert.Equal(0, none.RowCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Row(0, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autograd.SparseJacobian<double>((_, _) => { }, [1.0], outputs: -1));
        Assert.Throws<ArgumentNullException>(() => Autograd.SparseJacobian<double>(null!, [1.0], outputs: 1));
    }
}
