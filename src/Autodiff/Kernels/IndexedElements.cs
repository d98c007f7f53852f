using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Takes single elements at places that indices name along one axis, and adds to them. The indices must be in range.</summary>
internal static class IndexedElements
{
    /// <summary>y = x at the index along the axis and at the position of y along the others, or y += that; y is dense and as long as the indices.</summary>
    internal static void Gather<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Rows rows = new(x.Layout, y.Shape, axis);
        ReadOnlySpan<T> source = x.Memory;
        Span<T> target = y.Span;
        for (int at = 0, row = 0; at < target.Length; at += rows.Columns, row++)
        {
            int place = x.Start + rows.Start(row);
            for (int j = 0; j < rows.Columns; j++, place += rows.ColumnStride)
            {
                T value = source[place + (indices[at + j] * rows.AxisStride)];
                target[at + j] = accumulate ? target[at + j] + value : value;
            }
        }
    }

    /// <summary>Adds x, which is as long as the indices, to y at the index along the axis and at its own place along the others; y is dense.</summary>
    internal static void ScatterAdd<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Rows rows = new(y.Layout, x.Shape, axis);
        using DenseElements<T> dense = new(x);
        ReadOnlySpan<T> values = dense.Span;
        if (WideAddition.Pays(x.Shape.Lengths[axis], x, y))
        {
            using WideAddition wide = WideAddition.Of(values, x.Shape, y);
            ScatterAdd(wide.Terms, axis, indices, wide.Sums);
            return;
        }
        Span<T> target = y.Memory;
        for (int at = 0, row = 0; at < values.Length; at += rows.Columns, row++)
        {
            int place = y.Start + rows.Start(row);
            for (int j = 0; j < rows.Columns; j++, place += rows.ColumnStride) { target[place + (indices[at + j] * rows.AxisStride)] += values[at + j]; }
        }
    }

    /// <summary>Puts x, which is as long as the indices, into y at the index along the axis and at its own place along the others; y is dense.</summary>
    internal static void Scatter<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (indices.IsEmpty) { return; }
        Rows rows = new(y.Layout, x.Shape, axis);
        using DenseElements<T> dense = new(x);
        ReadOnlySpan<T> values = dense.Span;
        Span<T> target = y.Memory;
        for (int at = 0, row = 0; at < values.Length; at += rows.Columns, row++)
        {
            int place = y.Start + rows.Start(row);
            for (int j = 0; j < rows.Columns; j++, place += rows.ColumnStride) { target[place + (indices[at + j] * rows.AxisStride)] = values[at + j]; }
        }
    }

    /// <summary>
    /// As <see cref="Gather{T}"/>, but 0 wherever a later index names the same place: what <see cref="Scatter{T}"/> has overwritten.
    /// </summary>
    internal static void GatherLast<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (indices.IsEmpty) { return; }
        using DenseElements<T> dense = new(x);
        Rows rows = new(x.Shape.Dense, y.Shape, axis);
        int[] last = ArrayPool<int>.Shared.Rent(x.Shape.ElementCount);
        Span<T> target = y.Span;
        for (int at = 0, row = 0; at < target.Length; at += rows.Columns, row++)
        {
            int place = rows.Start(row);
            for (int j = 0; j < rows.Columns; j++, place += rows.ColumnStride) { last[place + (indices[at + j] * rows.AxisStride)] = at + j; }
        }
        for (int at = 0, row = 0; at < target.Length; at += rows.Columns, row++)
        {
            int start = rows.Start(row);
            for (int j = 0; j < rows.Columns; j++, start += rows.ColumnStride)
            {
                int place = start + (indices[at + j] * rows.AxisStride);
                T value = last[place] == at + j ? dense.Span[place] : T.Zero;
                target[at + j] = accumulate ? target[at + j] + value : value;
            }
        }
        ArrayPool<int>.Shared.Return(last);
    }

    /// <summary>The rows of the indices, and where they begin in an array of as many axes, in which the indices step along one.</summary>
    private readonly ref struct Rows
    {
        private readonly ReadOnlySpan<int> strides;
        private readonly ReadOnlySpan<int> lengths;
        private readonly int axis;

        internal Rows(Layout array, Shape indices, int axis)
        {
            strides = array.Strides;
            lengths = indices.Lengths;
            this.axis = axis;
            Columns = lengths[^1];
            AxisStride = strides[axis];
            ColumnStride = axis == lengths.Length - 1 ? 0 : strides[^1];
        }

        internal int Columns { get; }

        internal int AxisStride { get; }

        internal int ColumnStride { get; }

        internal int Start(int row)
        {
            int start = 0;
            for (int k = lengths.Length - 2; k >= 0; k--)
            {
                (row, int index) = Math.DivRem(row, lengths[k]);
                if (k != axis) { start += index * strides[k]; }
            }
            return start;
        }
    }
}
