using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>The product of two matrices, C = A B or C += A B, on one thread.</summary>
/// <remarks>
/// Strides are counted in elements. Those of A and B may be any number from 0 on: a transposed, expanded or sliced matrix is multiplied where
/// it lies. A and B may overlap, C overlaps neither. NaN and infinity come out as of a plain loop.
/// Order of summation: the inner index runs in stretches of nearly equal length, at most 512; a stretch is summed from 0 in the order of the
/// index, and the sums are added up in turn, to the old C where it is added to. A matrix times a column, both contiguous along the inner index
/// and longer than a few elements, is summed in lanes instead. So the bits of an element depend on the layout and on whether there is one
/// column, but not on the number of rows, nor on its place.
/// </remarks>
internal static unsafe class MatrixProduct
{
    private const int TermsPerElement = 512;

    /// <summary>The most terms that a path sums in one go: each element of its two lanes of floats sums 256 of them, however wide the lanes are.</summary>
    private static int LongestSum
    {
        [MethodImpl(AggressiveInlining)]
        get => TermsPerElement
            * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count
                : Vector256.IsHardwareAccelerated ? Vector256<float>.Count
                : Vector128.IsHardwareAccelerated ? Vector128<float>.Count : 1);
    }

    /// <summary>C = A B, or C += A B.</summary>
    /// <param name="rows">The rows of A and C.</param>
    /// <param name="columns">The columns of B and C.</param>
    /// <param name="inner">The columns of A and rows of B.</param>
    /// <param name="a">A, from its first element on.</param>
    /// <param name="aRow">The distance from a row of A to the next.</param>
    /// <param name="aColumn">The distance from a column of A to the next.</param>
    /// <param name="b">B, from its first element on.</param>
    /// <param name="bRow">The distance from a row of B to the next.</param>
    /// <param name="bColumn">The distance from a column of B to the next.</param>
    /// <param name="c">C, from its first element on; its columns are adjacent.</param>
    /// <param name="cRow">The distance from a row of C to the next; what lies between rows is not touched.</param>
    /// <param name="accumulate">Whether to add to C.</param>
    [MethodImpl(AggressiveOptimization)]
    internal static void Multiply<T>(
        int rows, int columns, int inner,
        ReadOnlySpan<T> a, int aRow, int aColumn, ReadOnlySpan<T> b, int bRow, int bColumn, Span<T> c, int cRow, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Multiply<T, WidestProduct<T>>(rows, columns, inner, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate);

    /// <summary>The same by a path of choice.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Multiply<T, TPath>(
        int rows, int columns, int inner,
        ReadOnlySpan<T> a, int aRow, int aColumn, ReadOnlySpan<T> b, int bRow, int bColumn, Span<T> c, int cRow, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TPath : struct, IProductPath<T>
    {
        // All elements lie in their spans, and nothing else outside is touched: this is what the pointers below rely on.
        Require(rows, inner, a.Length, aRow, aColumn);
        Require(inner, columns, b.Length, bRow, bColumn);
        Require(rows, columns, c.Length, cRow, 1);
        if (rows > 1) { ArgumentOutOfRangeException.ThrowIfLessThan(cRow, columns); }
        if (rows == 0 || columns == 0) { return; }
        if (inner == 0)
        {
            for (int i = 0; i < rows && !accumulate; i++) { c.Slice(i * cRow, columns).Clear(); }
            return;
        }
        if (inner > LongestSum)
        {
            MultiplyHalves<T, TPath>(rows, columns, inner, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate);
            return;
        }
        fixed (T* startOfA = a, startOfB = b, startOfC = c)
        {
            Strided<T> matrixA = new(startOfA, aRow, aColumn), matrixB = new(startOfB, bRow, bColumn), matrixC = new(startOfC, cRow, 1);
            TPath.Multiply(new(rows, columns, inner, matrixA, (nint)(startOfA + a.Length), matrixB, (nint)(startOfB + b.Length), matrixC, accumulate));
        }
    }

    // Sums of sums, so that rounding errors grow with the logarithm of their number. Where they part depends on the inner size alone.
    [MethodImpl(NoInlining)]
    private static void MultiplyHalves<T, TPath>(
        int rows, int columns, int inner,
        ReadOnlySpan<T> a, int aRow, int aColumn, ReadOnlySpan<T> b, int bRow, int bColumn, Span<T> c, int cRow, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TPath : struct, IProductPath<T>
    {
        int half = inner / 2;
        Multiply<T, TPath>(rows, columns, half, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate);
        T[] rented = ArrayPool<T>.Shared.Rent(rows * columns);
        Span<T> rest = rented.AsSpan(0, rows * columns);
        Multiply<T, TPath>(
            rows, columns, inner - half, a[(half * aColumn)..], aRow, aColumn, b[(half * bRow)..], bRow, bColumn, rest, columns, accumulate: false);
        for (int i = 0; i < rows; i++)
        {
            Span<T> row = c.Slice(i * cRow, columns);
            TensorPrimitives.Add(row, rest.Slice(i * columns, columns), row);
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    // Sizes and strides are not negative, and the last element of the matrix, if it has one, lies in the span.
    private static void Require(int rows, int columns, int length, int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (rows == 0 || columns == 0) { return; }
        long last = ((long)(rows - 1) * row) + ((long)(columns - 1) * column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, length, nameof(length));
    }
}
