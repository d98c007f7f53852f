using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Products of matrices that stand in the last two axes, for every combination of the axes before them, which broadcast.</summary>
internal static class BatchedProduct
{
    /// <summary>C = A B, or C += A B; C is dense. The inner lengths fit.</summary>
    internal static void Multiply<T>(Elements<T> a, Elements<T> b, Elements<T> c, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (c.Shape.Length == 0) { return; }
        ReadOnlySpan<int> lengths = c.Shape.Lengths[..^2];
        if (lengths.IsEmpty)
        {
            MultiplyOne(a, a.Start, b, b.Start, c.Span, a.Shape, b.Shape, accumulate);
            return;
        }
        Span<int> index = stackalloc int[lengths.Length];
        index.Clear();
        Span<T> all = c.Span;
        int size = c.Shape[-2] * c.Shape[-1];
        for (int first = 0; first < all.Length; first += size)
        {
            int startA = a.Start + Offset(a.Layout, index), startB = b.Start + Offset(b.Layout, index);
            MultiplyOne(a, startA, b, startB, all.Slice(first, size), a.Shape, b.Shape, accumulate);
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == lengths[axis]; axis--) { index[axis] = 0; }
        }
    }

    // The kernel takes strides from 0 on; a flipped matrix is put in order first.
    private static void MultiplyOne<T>(Elements<T> a, int startA, Elements<T> b, int startB, Span<T> c, Shape shapeA, Shape shapeB, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int aRow, int aColumn) = (a.Layout.Strides[^2], a.Layout.Strides[^1]);
        (int bRow, int bColumn) = (b.Layout.Strides[^2], b.Layout.Strides[^1]);
        if (aRow < 0 || aColumn < 0) { MultiplyOne(InOrder(a, startA), 0, b, startB, c, shapeA, shapeB, accumulate); }
        else if (bRow < 0 || bColumn < 0) { MultiplyOne(a, startA, InOrder(b, startB), 0, c, shapeA, shapeB, accumulate); }
        else
        {
            int rows = shapeA[-2], inner = shapeA[-1], columns = shapeB[-1];
            MatrixProduct.Multiply(
                rows, columns, inner, a.Memory.AsSpan(startA), aRow, aColumn, b.Memory.AsSpan(startB), bRow, bColumn, c, columns, accumulate);
        }
    }

    private static Elements<T> InOrder<T>(Elements<T> matrices, int start)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = Shape.Of(matrices.Shape[-2], matrices.Shape[-1]);
        T[] copy = new T[shape.Length];
        StridedCopy.Gather(new(matrices.Memory, start, Layout.Of(shape, matrices.Layout.Strides[^2..])), 0, copy);
        return new(copy, 0, shape.Dense);
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
