using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>P A Q = L D V of a square matrix, singular or not: L lower and V upper triangular with the diagonal 1, D diagonal.</summary>
/// <remarks>
/// Each pivot is the greatest element that is left, so that the elements of L and V are at most 1, and a matrix of lower rank ends with pivots of 0.
/// Golub and Van Loan, Matrix Computations, section 3.4.8. The determinant of A + X is, but for its sign, that of D + X' with X' = L⁻¹ P X Q V⁻¹.
/// </remarks>
internal ref struct CompleteDecomposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int n;
    private readonly T[] factors;   // L below the diagonal, V above it, D on it
    private readonly T[] products;  // of the pivots from one to before another
    private readonly int[] rows;
    private readonly int[] columns;

    internal CompleteDecomposition(int order)
    {
        n = order;
        factors = ArrayPool<T>.Shared.Rent(n * n);
        products = ArrayPool<T>.Shared.Rent((n + 1) * (n + 1));
        rows = ArrayPool<int>.Shared.Rent(n);
        columns = ArrayPool<int>.Shared.Rent(n);
    }

    /// <summary>The determinant of P times that of Q.</summary>
    internal T Sign { get; private set; }

    /// <summary>Decomposes the matrix of that number.</summary>
    internal void Decompose(Elements<T> matrices, int number)
    {
        Span<T> a = factors.AsSpan(0, n * n);
        StridedCopy.Gather(matrices, number * n * n, a);
        for (int i = 0; i < n; i++) { (rows[i], columns[i]) = (i, i); }
        Sign = T.One;
        for (int step = 0; step < n; step++) { Eliminate(a, step); }
        for (int from = 0; from <= n; from++)
        {
            T product = T.One;
            products[(from * (n + 1)) + from] = product;
            for (int to = from; to < n; to++) { products[(from * (n + 1)) + to + 1] = product *= a[(to * n) + to]; }
        }
    }

    /// <summary>The product of the pivots without one.</summary>
    internal readonly T Without(int i) => Product(0, i) * Product(i + 1, n);

    /// <summary>The product of the pivots without two, i &lt; j.</summary>
    internal readonly T Without(int i, int j) => Product(0, i) * Product(i + 1, j) * Product(j + 1, n);

    /// <summary>The product of the pivots without three, i &lt; j &lt; k.</summary>
    internal readonly T Without(int i, int j, int k) => Product(0, i) * Product(i + 1, j) * Product(j + 1, k) * Product(k + 1, n);

    /// <summary>X' = L⁻¹ P X Q V⁻¹ of the matrix of that number, transposed.</summary>
    internal readonly void Transform(Elements<T> matrices, int number, Span<T> transformed, Span<T> scratch)
    {
        StridedCopy.Gather(matrices, number * n * n, scratch);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) { transformed[(i * n) + j] = scratch[(rows[i] * n) + columns[j]]; }
        }
        ReadOnlySpan<T> a = factors.AsSpan(0, n * n);
        TriangularSystem.Solve(Lower, a, transformed, n);
        Rows.Transpose(transformed, n);
        TriangularSystem.Solve(Upper.Transposed, a, transformed, n);
    }

    /// <summary>Y = ± Pᵀ L⁻ᵀ M V⁻ᵀ Qᵀ, of M transposed, which is lost: ⟨M, X'⟩ = ⟨Y, X⟩ but for the sign.</summary>
    internal readonly void TransformBack(Span<T> transposed, Span<T> y)
    {
        ReadOnlySpan<T> a = factors.AsSpan(0, n * n);
        TriangularSystem.Solve(Upper, a, transposed, n);
        Rows.Transpose(transposed, n);
        TriangularSystem.Solve(Lower.Transposed, a, transposed, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) { y[(rows[i] * n) + columns[j]] = Sign * transposed[(i * n) + j]; }
        }
    }

    internal readonly void Dispose()
    {
        ArrayPool<T>.Shared.Return(factors);
        ArrayPool<T>.Shared.Return(products);
        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<int>.Shared.Return(columns);
    }

    private readonly TriangularMatrix Lower => TriangularMatrix.Of(n, isUpper: false, isUnit: true);

    private readonly TriangularMatrix Upper => TriangularMatrix.Of(n, isUpper: true, isUnit: true);

    private readonly T Product(int from, int end) => products[(from * (n + 1)) + end];

    private void Eliminate(Span<T> a, int step)
    {
        (int row, int column) = Greatest(a, step);
        if (row != step)
        {
            Rows.Exchange(a.Slice(step * n, n), a.Slice(row * n, n));
            (rows[step], rows[row]) = (rows[row], rows[step]);
            Sign = -Sign;
        }
        if (column != step)
        {
            for (int i = 0; i < n; i++) { (a[(i * n) + step], a[(i * n) + column]) = (a[(i * n) + column], a[(i * n) + step]); }
            (columns[step], columns[column]) = (columns[column], columns[step]);
            Sign = -Sign;
        }
        T pivot = a[(step * n) + step];

        // Then all that is left is 0.
        if (T.IsZero(pivot)) { return; }
        Span<T> right = a.Slice((step * n) + step + 1, n - step - 1);
        for (int i = step + 1; i < n; i++)
        {
            ref T factor = ref a[(i * n) + step];
            factor /= pivot;
            Rows.Subtract(a.Slice((i * n) + step + 1, n - step - 1), right, factor);
        }
        Rows.Divide(right, pivot);
    }

    // The place of the greatest element by absolute value of those that are left; NaN is greater than everything.
    private readonly (int Row, int Column) Greatest(ReadOnlySpan<T> a, int step)
    {
        (int Row, int Column) place = (step, step);
        T greatest = T.Abs(a[(step * n) + step]);
        for (int i = step; i < n; i++)
        {
            for (int j = step; j < n; j++)
            {
                T value = T.Abs(a[(i * n) + j]);
                if (value > greatest || T.IsNaN(value)) { (place, greatest) = ((i, j), value); }
            }
        }
        return place;
    }
}
