using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>P A = L U of one square matrix after another: L with the diagonal 1, the pivot of each column its greatest element.</summary>
/// <remarks>
/// By panels of columns: a panel is eliminated column by column where its columns are contiguous, and what it contributes to the columns behind it
/// is one product of matrices. Golub and Van Loan, Matrix Computations, sections 3.2 and 3.4.
/// </remarks>
internal ref struct LuDecomposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Panel = 32;

    private readonly int n;
    private readonly T[] factors;   // U, and below its diagonal L
    private readonly T[] panel;     // the columns of a panel, one after the other
    private readonly int[] pivots;  // for each column the row that its own was exchanged with

    internal LuDecomposition(int order)
    {
        n = order;
        factors = ArrayPool<T>.Shared.Rent(n * n);
        panel = ArrayPool<T>.Shared.Rent(n * Math.Min(n, Panel));
        pivots = ArrayPool<int>.Shared.Rent(n);
    }

    /// <summary>The number of the first pivot that is 0, or -1.</summary>
    internal int ZeroPivot { get; private set; }

    /// <summary>Whether the determinant of P is -1.</summary>
    internal bool IsOdd { get; private set; }

    /// <summary>The elements of U on the diagonal.</summary>
    internal readonly T Pivot(int i) => factors[(i * n) + i];

    /// <summary>The determinant: the product of the pivots, with the sign of P.</summary>
    internal readonly T Determinant
    {
        get
        {
            T product = IsOdd ? -T.One : T.One;
            for (int i = 0; i < n; i++) { product *= Pivot(i); }
            return product;
        }
    }

    /// <summary>The sign of the determinant and the logarithm of its absolute value: 0 and -∞ where that is 0.</summary>
    internal readonly (T Sign, T Logarithm) SignAndLogarithm
    {
        get
        {
            T sign = IsOdd ? -T.One : T.One;
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                double pivot = double.CreateTruncating(Pivot(i));
                sum += Math.Log(Math.Abs(pivot));
                sign = pivot < 0 ? -sign : pivot > 0 ? sign : sign * T.CreateTruncating(pivot);
            }
            return (T.IsZero(sign) ? T.Zero : sign, T.CreateTruncating(sum));
        }
    }

    /// <summary>Decomposes the matrix of that number.</summary>
    internal void Decompose(Elements<T> matrices, int number)
    {
        Span<T> a = factors.AsSpan(0, n * n);
        StridedCopy.Gather(matrices, number * n * n, a);
        (ZeroPivot, IsOdd) = (-1, false);
        for (int first = 0; first < n; first += Panel)
        {
            int end = Math.Min(first + Panel, n);
            Eliminate(a, first, end);
            ExchangeBeside(a, first, end);
            if (end < n) { Update(a, first, end); }
        }
    }

    /// <summary>A X = B, or Aᵀ X = B, where X takes the place of B: dense, of any number of columns.</summary>
    internal readonly void Solve(Span<T> x, int columns, bool transposed)
    {
        ReadOnlySpan<T> a = factors.AsSpan(0, n * n);
        TriangularMatrix lower = TriangularMatrix.Of(n, isUpper: false, isUnit: true), upper = TriangularMatrix.Of(n, isUpper: true, isUnit: false);
        if (transposed)
        {
            TriangularSystem.Solve(upper.Transposed, a, x, columns);
            TriangularSystem.Solve(lower.Transposed, a, x, columns);
            for (int i = n - 1; i >= 0; i--) { Exchange(x, columns, i); }
            return;
        }
        for (int i = 0; i < n; i++) { Exchange(x, columns, i); }
        TriangularSystem.Solve(lower, a, x, columns);
        TriangularSystem.Solve(upper, a, x, columns);
    }

    internal readonly void Dispose()
    {
        ArrayPool<T>.Shared.Return(factors);
        ArrayPool<T>.Shared.Return(panel);
        ArrayPool<int>.Shared.Return(pivots);
    }

    private readonly void Exchange(Span<T> x, int columns, int row)
    {
        if (pivots[row] != row) { Rows.Exchange(x.Slice(row * columns, columns), x.Slice(pivots[row] * columns, columns)); }
    }

    // The columns from the first to the end, at and below the diagonal block.
    private void Eliminate(Span<T> a, int first, int end)
    {
        int height = n - first, width = end - first;
        Span<T> columns = panel.AsSpan(0, height * width);
        for (int i = 0; i < height; i++)
        {
            ReadOnlySpan<T> row = a.Slice(((first + i) * n) + first, width);
            for (int j = 0; j < width; j++) { columns[(j * height) + i] = row[j]; }
        }
        for (int j = 0; j < width; j++)
        {
            Span<T> column = columns.Slice(j * height, height);
            int pivot = j + Greatest(column[j..]);
            pivots[first + j] = first + pivot;
            if (pivot != j)
            {
                IsOdd = !IsOdd;
                for (int k = 0; k < width; k++) { Swap(columns.Slice(k * height, height), j, pivot); }
            }
            T value = column[j];
            if (T.IsZero(value))
            {
                ZeroPivot = ZeroPivot < 0 ? first + j : ZeroPivot;
                continue;
            }
            Span<T> below = column[(j + 1)..];
            Rows.Divide(below, value);
            for (int k = j + 1; k < width; k++)
            {
                Span<T> other = columns.Slice(k * height, height);
                Rows.Subtract(other[(j + 1)..], below, other[j]);
            }
        }
        for (int i = 0; i < height; i++)
        {
            Span<T> row = a.Slice(((first + i) * n) + first, width);
            for (int j = 0; j < width; j++) { row[j] = columns[(j * height) + i]; }
        }
    }

    // Takes from the columns behind a panel what it contributes.
    private readonly void Update(Span<T> a, int first, int end)
    {
        int height = n - first, width = end - first, rest = n - end;
        for (int i = 1; i < width; i++)
        {
            Span<T> row = a.Slice(((first + i) * n) + end, rest);
            for (int k = 0; k < i; k++) { Rows.Subtract(row, a.Slice(((first + k) * n) + end, rest), a[((first + i) * n) + first + k]); }
        }
        Span<T> negated = panel.AsSpan(0, height * width);
        TensorPrimitives.Negate(negated, negated);
        MatrixProduct.Multiply<T>(
            rest, rest, width, negated[width..], 1, height, a[((first * n) + end)..], n, 1, a[((end * n) + end)..], n, accumulate: true);
    }

    private readonly void ExchangeBeside(Span<T> a, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int other = pivots[i];
            if (other == i) { continue; }
            Rows.Exchange(a.Slice(i * n, first), a.Slice(other * n, first));
            Rows.Exchange(a.Slice((i * n) + end, n - end), a.Slice((other * n) + end, n - end));
        }
    }

    private static void Swap(Span<T> column, int i, int j) => (column[i], column[j]) = (column[j], column[i]);

    // The first of the greatest by absolute value; NaN is greater than everything.
    private static int Greatest(ReadOnlySpan<T> column)
    {
        int place = 0;
        T greatest = T.Abs(column[0]);
        for (int i = 1; i < column.Length; i++)
        {
            T value = T.Abs(column[i]);
            if (value > greatest || T.IsNaN(value)) { (place, greatest) = (i, value); }
        }
        return place;
    }
}
