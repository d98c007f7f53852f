using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>One triangle of a square matrix, where it lies: what stands in the other is not looked at.</summary>
/// <param name="Order">The number of rows.</param>
/// <param name="Row">The distance from a row to the next.</param>
/// <param name="Column">The distance from a column to the next.</param>
/// <param name="IsUpper">Which triangle.</param>
/// <param name="IsUnit">Whether the diagonal is 1, whatever stands there.</param>
internal readonly record struct TriangularMatrix(int Order, int Row, int Column, bool IsUpper, bool IsUnit)
{
    /// <summary>A triangle of a dense matrix.</summary>
    internal static TriangularMatrix Of(int order, bool isUpper, bool isUnit) => new(order, order, 1, isUpper, isUnit);

    /// <summary>The same triangle of the transpose.</summary>
    internal TriangularMatrix Transposed => new(Order, Column, Row, !IsUpper, IsUnit);

    internal int At(int i, int j) => (i * Row) + (j * Column);
}

/// <summary>Solves systems of equations with a triangular matrix.</summary>
/// <remarks>By blocks of rows: what the unknowns that are found contribute to a block is one product of matrices.</remarks>
internal static class TriangularSystem
{
    private const int Block = 32;

    /// <summary>T X = B, where X takes the place of B: dense, of any number of columns.</summary>
    internal static void Solve<T>(TriangularMatrix triangle, ReadOnlySpan<T> t, Span<T> x, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = triangle.Order;
        if (columns == 0) { return; }
        if (n <= Block)
        {
            SolveBlock(triangle, t, x, columns, 0, n);
            return;
        }
        T[] rented = ArrayPool<T>.Shared.Rent(Block * n);
        for (int done = 0; done < n; done += Block)
        {
            int size = Math.Min(Block, n - done), first = triangle.IsUpper ? n - done - size : done, known = triangle.IsUpper ? first + size : 0;
            if (done > 0)
            {
                Span<T> negated = rented.AsSpan(0, size * done);
                Negate(triangle, t, first, size, known, done, negated);
                MatrixProduct.Multiply<T>(
                    size, columns, done, negated, done, 1, x[(known * columns)..], columns, 1, x[(first * columns)..], columns, accumulate: true);
            }
            SolveBlock(triangle, t, x, columns, first, size);
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    /// <summary>The number of the first element of the diagonal that is 0, or -1.</summary>
    internal static int ZeroOnDiagonal<T>(TriangularMatrix triangle, ReadOnlySpan<T> t)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < triangle.Order && !triangle.IsUnit; i++)
        {
            if (T.IsZero(t[triangle.At(i, i)])) { return i; }
        }
        return -1;
    }

    private static void SolveBlock<T>(TriangularMatrix triangle, ReadOnlySpan<T> t, Span<T> x, int columns, int first, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int step = 0; step < size; step++)
        {
            int i = triangle.IsUpper ? first + size - 1 - step : first + step;
            Span<T> row = x.Slice(i * columns, columns);
            for (int before = 0; before < step; before++)
            {
                int j = triangle.IsUpper ? first + size - 1 - before : first + before;
                Rows.Subtract(row, x.Slice(j * columns, columns), t[triangle.At(i, j)]);
            }
            if (!triangle.IsUnit) { Rows.Divide(row, t[triangle.At(i, i)]); }
        }
    }

    private static void Negate<T>(TriangularMatrix triangle, ReadOnlySpan<T> t, int row, int rows, int column, int columns, Span<T> negated)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            Span<T> target = negated.Slice(i * columns, columns);
            if (triangle.Column == 1) { TensorPrimitives.Negate(t.Slice(triangle.At(row + i, column), columns), target); }
            else
            {
                for (int j = 0; j < columns; j++) { target[j] = -t[triangle.At(row + i, column + j)]; }
            }
        }
    }
}
