using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>A = L Lᵀ of a symmetric matrix, L lower triangular with a positive diagonal.</summary>
/// <remarks>
/// By blocks of columns: what those before contribute to a block is one product of matrices. Golub and Van Loan, Matrix Computations, section 4.2.
/// </remarks>
internal static class CholeskyDecomposition
{
    private const int Block = 32;

    /// <summary>L takes the place of A, of n rows, of which the triangle above the diagonal is not looked at and made 0.</summary>
    /// <returns>The number of the first row where no positive pivot is left, or -1.</returns>
    internal static int Decompose<T>(Span<T> a, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] rented = ArrayPool<T>.Shared.Rent(n > Block ? Block * n : 0);
        int failed = -1;
        for (int first = 0; first < n && failed < 0; first += Block)
        {
            int size = Math.Min(Block, n - first);
            if (first > 0) { SubtractKnown(a, n, first, size, rented.AsSpan(0, size * first)); }
            failed = DecomposeBlock(a, n, first, first + size);
        }
        ArrayPool<T>.Shared.Return(rented);
        for (int i = 0; i < n; i++) { a.Slice((i * n) + i + 1, n - i - 1).Clear(); }
        return failed;
    }

    /// <summary>A made (A + Aᵀ)/2 at and below the diagonal; of a symmetric matrix it stays bit for bit.</summary>
    internal static void Symmetrize<T>(Span<T> a, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                T lower = a[(i * n) + j], upper = a[(j * n) + i];
                if (lower != upper) { a[(i * n) + j] = (half * lower) + (half * upper); }
            }
        }
    }

    private static void SubtractKnown<T>(Span<T> a, int n, int first, int size, Span<T> negated)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < size; i++) { TensorPrimitives.Negate(a.Slice((first + i) * n, first), negated.Slice(i * first, first)); }
        MatrixProduct.Multiply<T>(n - first, size, first, a[(first * n)..], n, 1, negated, 1, first, a[((first * n) + first)..], n, accumulate: true);
    }

    private static int DecomposeBlock<T>(Span<T> a, int n, int first, int end)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int j = first; j < end; j++)
        {
            ReadOnlySpan<T> known = a.Slice((j * n) + first, j - first);
            T pivot = a[(j * n) + j] - Dot(known, known);
            if (!(pivot > T.Zero)) { return j; }
            T root = T.Sqrt(pivot);
            a[(j * n) + j] = root;
            for (int i = j + 1; i < n; i++)
            {
                ref T element = ref a[(i * n) + j];
                element = (element - Dot(a.Slice((i * n) + first, j - first), known)) / root;
            }
        }
        return -1;
    }

    private static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Length >= 8) { return TensorPrimitives.Dot(x, y); }
        T sum = T.Zero;
        for (int i = 0; i < x.Length && i < y.Length; i++) { sum += x[i] * y[i]; }
        return sum;
    }
}
