using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Tests.Kernels;

/// <summary>A matrix in memory with strides, amid NaN: gaps between elements and a margin at either end.</summary>
internal sealed class Layout<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Margin = 70;
    private readonly T[] memory;
    private readonly int rows;
    private readonly int columns;

    private Layout(int rows, int columns, int row, int column, T[] memory) =>
        (this.rows, this.columns, Row, Column, this.memory) = (rows, columns, row, column, memory);

    public int Row { get; }

    public int Column { get; }

    /// <summary>From the first element to the last.</summary>
    public Span<T> Span => memory.AsSpan(Margin, Length(rows, columns, Row, Column));

    public T this[int i, int j]
    {
        get => Span[(i * Row) + (j * Column)];
        set => Span[(i * Row) + (j * Column)] = value;
    }

    /// <summary>Random elements of both signs.</summary>
    public static Layout<T> Random(int rows, int columns, int row, int column, Random random)
    {
        Layout<T> layout = Filled(rows, columns, row, column, T.NaN);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) { layout[i, j] = T.CreateTruncating((2 * random.NextDouble()) - 1); }
        }
        return layout;
    }

    /// <summary>The usual layouts: rows contiguous, with a gap behind each, or columns.</summary>
    public static Layout<T> Random(int rows, int columns, bool isTransposed, int gap, Random random) =>
        isTransposed ? Random(rows, columns, 1, rows + gap, random) : Random(rows, columns, columns + gap, 1, random);

    public static Layout<T> Filled(int rows, int columns, int row, int column, T value)
    {
        T[] memory = new T[Length(rows, columns, row, column) + (2 * Margin)];
        Array.Fill(memory, value);
        return new(rows, columns, row, column, memory);
    }

    public Layout<T> Copy() => new(rows, columns, Row, Column, [.. memory]);

    /// <summary>The matrix of one row of this one.</summary>
    public Layout<T> OneRow(int i) => new(1, columns, Row, Column, [.. memory.Skip(i * Row)]);

    /// <summary>Whether what is no element has the same bits in both.</summary>
    public bool HasSameGaps(Layout<T> other)
    {
        T[] mine = [.. memory], theirs = [.. other.memory];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) { mine[Margin + (i * Row) + (j * Column)] = theirs[Margin + (i * Row) + (j * Column)]; }
        }
        return MemoryMarshal.AsBytes<T>(mine).SequenceEqual(MemoryMarshal.AsBytes<T>(theirs));
    }

    private static int Length(int rows, int columns, int row, int column) =>
        rows == 0 || columns == 0 ? 0 : ((rows - 1) * row) + ((columns - 1) * column) + 1;
}
