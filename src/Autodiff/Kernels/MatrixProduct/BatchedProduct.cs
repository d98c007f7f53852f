using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Products of matrices that stand in the last two axes, for every combination of the axes before them, which broadcast.</summary>
internal static class BatchedProduct
{
    /// <summary>C = A B, or C += A B; C is dense. The inner lengths fit.</summary>
    internal static void Multiply<T>(Elements<T> a, Elements<T> b, Elements<T> c, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (c.Shape.ElementCount == 0) { return; }
        if (a.Shape.ElementCount == 0)
        {
            // Sums of no terms, of operands that have no memory to look at.
            if (!accumulate) { c.Span.Clear(); }
            return;
        }
        using OrderedMatrices<T> left = new(a), right = new(b);
        int rows = c.Shape[-2], inner = a.Shape[-1], columns = c.Shape[-1], size = rows * columns;
        ReadOnlySpan<int> lengths = c.Shape.Lengths[..^2];
        Span<int> index = stackalloc int[lengths.Length];
        index.Clear();
        Span<T> all = c.Span;
        for (int first = 0; first < all.Length; first += size)
        {
            ReadOnlySpan<T> x = left.At(a.Start + Offset(a.Layout, index)), y = right.At(b.Start + Offset(b.Layout, index));
            MatrixProduct.Multiply(
                rows, columns, inner, x, left.Row, left.Column, y, right.Row, right.Column, all.Slice(first, size), columns, accumulate);
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == lengths[axis]; axis--) { index[axis] = 0; }
        }
    }

    // The leading axes that an operand lacks, or has with length 1, repeat it.
    private static int Offset(Layout layout, ReadOnlySpan<int> index)
    {
        int offset = 0, batchAxes = layout.Shape.Rank - 2;
        for (int k = 1; k <= batchAxes; k++)
        {
            if (layout.Shape.Lengths[batchAxes - k] != 1) { offset += index[^k] * layout.Strides[batchAxes - k]; }
        }
        return offset;
    }
}
