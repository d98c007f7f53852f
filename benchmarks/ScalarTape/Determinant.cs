using System.Numerics;
using Autodiff;

namespace ScalarTape;

/// <summary>A determinant by expansion along the first remaining row, nothing shared between minors.</summary>
internal sealed class Determinant(int size, bool multiplyAdd)
    : Workload(multiplyAdd ? "det_fma" : "det", Fill(size * size, k => Math.Sin(1 + k) + (k % (size + 1) == 0 ? 2 : 0)))
{
    protected override double Value(ReadOnlySpan<double> x) => Expand(x);

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> x) => Expand(x);

    // Remaining rows and columns are linked lists that start behind the last element.
    private T Expand<T>(ReadOnlySpan<T> matrix)
        where T : IFloatingPointIeee754<T>
    {
        Span<int> rows = stackalloc int[size + 1], columns = stackalloc int[size + 1];
        for (int i = 0; i < size; i++) { rows[i] = columns[i] = i + 1; }
        rows[size] = columns[size] = 0;
        return multiplyAdd ? MinorByMultiplyAdd(matrix, size, rows, columns) : Minor(matrix, size, rows, columns);
    }

    private T Minor<T>(ReadOnlySpan<T> matrix, int order, Span<int> rows, Span<int> columns)
        where T : IFloatingPointIeee754<T>
    {
        int row = rows[size], column = columns[size], before = size;
        if (order == 1) { return matrix[(row * size) + column]; }
        T sum = T.Zero;
        rows[size] = rows[row];
        for (int k = 0; k < order; k++)
        {
            columns[before] = columns[column];
            T minor = Minor(matrix, order - 1, rows, columns), element = matrix[(row * size) + column];
            columns[before] = column;
            if ((k & 1) == 0) { sum += element * minor; }
            else { sum -= element * minor; }
            before = column;
            column = columns[column];
        }
        rows[size] = row;
        return sum;
    }

    private T MinorByMultiplyAdd<T>(ReadOnlySpan<T> matrix, int order, Span<int> rows, Span<int> columns)
        where T : IFloatingPointIeee754<T>
    {
        int row = rows[size], column = columns[size], before = size;
        if (order == 1) { return matrix[(row * size) + column]; }
        T sum = T.Zero;
        rows[size] = rows[row];
        for (int k = 0; k < order; k++)
        {
            columns[before] = columns[column];
            T minor = MinorByMultiplyAdd(matrix, order - 1, rows, columns), element = matrix[(row * size) + column];
            columns[before] = column;
            sum = T.FusedMultiplyAdd((k & 1) == 0 ? element : -element, minor, sum);
            before = column;
            column = columns[column];
        }
        rows[size] = row;
        return sum;
    }
}
