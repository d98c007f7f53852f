using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>Systems of equations and inverses of matrices, which stand in the last two axes.</summary>
internal static class MatrixEquations
{
    /// <summary>A Y = B, or Aᵀ Y = B, where Y is dense and A and B are repeated to it.</summary>
    /// <returns>What could not be solved, if anything; then Y holds anything.</returns>
    internal static Breakdown? Solve<T>(Elements<T> a, Elements<T> b, Elements<T> y, bool transposed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Shape.ElementCount == 0) { return null; }
        StridedCopy.Copy(b.Expand(y.Shape), y, accumulate: false);
        int columns = y.Shape[-1], size = y.Shape[-2] * columns;
        Elements<T> matrices = Batch.Expand(a, y.Shape);
        bool isOne = matrices.Shape.Rank == 2;
        using LuDecomposition<T> lu = new(y.Shape[-2]);
        Span<T> all = y.Span;
        for (int number = 0; number * size < all.Length; number++)
        {
            if (number == 0 || !isOne) { lu.Decompose(matrices, number); }
            if (lu.ZeroPivot >= 0) { return new(number, lu.ZeroPivot); }
            lu.Solve(all.Slice(number * size, size), columns, transposed);
        }
        return null;
    }

    /// <summary>T Y = B, where Y is dense and B and the triangular matrices T are repeated to it.</summary>
    /// <returns>What could not be solved, if anything; then Y holds anything.</returns>
    internal static Breakdown? SolveTriangular<T>(Elements<T> t, Elements<T> b, Elements<T> y, bool isUpper, bool isUnit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Shape.ElementCount == 0) { return null; }
        StridedCopy.Copy(b.Expand(y.Shape), y, accumulate: false);
        int n = y.Shape[-2], columns = y.Shape[-1], size = n * columns;
        Elements<T> matrices = Batch.Expand(t, y.Shape);
        TriangularMatrix triangle = TriangularMatrix.Of(n, isUpper, isUnit);
        T[] rented = ArrayPool<T>.Shared.Rent(n * n);
        Span<T> matrix = rented.AsSpan(0, n * n), all = y.Span;
        Breakdown? breakdown = null;
        for (int number = 0; number * size < all.Length && breakdown is null; number++)
        {
            if (number == 0 || matrices.Shape.Rank > 2) { StridedCopy.Gather(matrices, number * n * n, matrix); }
            int zero = TriangularSystem.ZeroOnDiagonal<T>(triangle, matrix);
            if (zero >= 0) { breakdown = new(number, zero); }
            else { TriangularSystem.Solve(triangle, matrix, all.Slice(number * size, size), columns); }
        }
        ArrayPool<T>.Shared.Return(rented);
        return breakdown;
    }

    /// <summary>y = A⁻¹.</summary>
    /// <returns>What could not be inverted, if anything; then y holds anything.</returns>
    internal static Breakdown? Invert<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        if (y.IsEmpty) { return null; }
        using LuDecomposition<T> lu = new(n);
        for (int number = 0; number * size < y.Length; number++)
        {
            lu.Decompose(a, number);
            if (lu.ZeroPivot >= 0) { return new(number, lu.ZeroPivot); }
            Span<T> inverse = y.Slice(number * size, size);
            Rows.Identity(inverse, n);
            lu.Solve(inverse, n, transposed: false);
        }
        return null;
    }

    /// <summary>y = A⁻ᵀ, the derivative of ln |det A|; of a singular matrix the cofactors divided by 0.</summary>
    internal static void InvertTransposed<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        if (y.IsEmpty) { return; }
        using LuDecomposition<T> lu = new(n);
        for (int number = 0; number * size < y.Length; number++)
        {
            lu.Decompose(a, number);
            Span<T> inverse = y.Slice(number * size, size);
            if (lu.ZeroPivot >= 0)
            {
                DeterminantDerivatives.First(Numbered(a, number), inverse);
                TensorPrimitives.Divide(inverse, T.Zero, inverse);
                continue;
            }
            Rows.Identity(inverse, n);
            lu.Solve(inverse, n, transposed: true);
        }
    }

    /// <summary>y = L with L Lᵀ = (A + Aᵀ)/2.</summary>
    /// <returns>What is not positive definite, if anything; then y holds anything.</returns>
    internal static Breakdown? Cholesky<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        for (int number = 0; number * size < y.Length; number++)
        {
            Span<T> factor = y.Slice(number * size, size);
            StridedCopy.Gather(a, number * size, factor);
            CholeskyDecomposition.Symmetrize(factor, n);
            int failed = CholeskyDecomposition.Decompose(factor, n);
            if (failed >= 0) { return new(number, failed); }
        }
        return null;
    }

    // One matrix of a batch.
    private static Elements<T> Numbered<T>(Elements<T> a, int number)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> lengths = a.Shape.Lengths, strides = a.Layout.Strides;
        int start = a.Start;
        for (int axis = lengths.Length - 3; axis >= 0; axis--)
        {
            (number, int index) = Math.DivRem(number, lengths[axis]);
            start += index * strides[axis];
        }
        return new(a.Memory, start, Layout.Of(Shape.Of(lengths[^2..]), strides[^2..]));
    }
}
