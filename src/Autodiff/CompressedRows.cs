using Autodiff.Diagnostics;

namespace Autodiff;

/// <summary>A sparse matrix as compressed rows (CSR): the entries row by row, with the column of each and where each row starts.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public sealed class CompressedRows<T>
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly T[] values;

    internal CompressedRows(int[] starts, int[] columns, T[] values, int columnCount)
    {
        (this.starts, this.columns, this.values) = (starts, columns, values);
        ColumnCount = columnCount;
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => starts.Length - 1;

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Where each row starts in <see cref="Columns"/> and <see cref="Values"/>, and at last where the last one ends.</summary>
    public ReadOnlySpan<int> RowStarts => starts;

    /// <summary>The column of each entry, growing within a row.</summary>
    public ReadOnlySpan<int> Columns => columns;

    /// <summary>The entries.</summary>
    public ReadOnlySpan<T> Values => values;

    /// <summary>The entries of a row and their columns.</summary>
    /// <param name="row">The row, from 0 on.</param>
    /// <param name="columnsOfRow">The column of each entry.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<T> Row(int row, out ReadOnlySpan<int> columnsOfRow)
    {
        if ((uint)row >= (uint)RowCount) { Throw.NoSuchRow(row, RowCount); }
        int start = starts[row], count = starts[row + 1] - start;
        columnsOfRow = columns.AsSpan(start, count);
        return values.AsSpan(start, count);
    }

    /// <summary>The matrix with all its zeros.</summary>
    public T[,] ToDense()
    {
        T[,] dense = new T[RowCount, ColumnCount];
        for (int row = 0; row < RowCount; row++)
        {
            for (int i = starts[row]; i < starts[row + 1]; i++) { dense[row, columns[i]] = values[i]; }
        }
        return dense;
    }
}
