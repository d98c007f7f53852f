using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>Takes whole rows that indices name along one axis, and adds to them. The indices must be in range.</summary>
internal static class IndexedRows
{
    /// <summary>y = the rows of x, or added to y, which is dense. A row is what stands in the axes behind the one of the indices.</summary>
    internal static void Select<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Shape.ElementCount == 0) { return; }
        ReadOnlySpan<int> lengths = x.Shape.Lengths, strides = x.Layout.Strides;
        Layout row = Layout.Of(Shape.Of(lengths[(axis + 1)..]), strides[(axis + 1)..]);
        int columns = row.Shape.ElementCount;
        Span<T> target = y.Span;
        for (int at = 0, outer = 0; at < target.Length; outer++)
        {
            int start = x.Start + Start(outer, lengths[..axis], strides);
            foreach (int index in indices)
            {
                Elements<T> source = new(x.Memory, start + (index * strides[axis]), row);
                Span<T> place = target.Slice(at, columns);
                if (columns == 1) { place[0] = accumulate ? place[0] + source.Memory[source.Start] : source.Memory[source.Start]; }
                else if (!row.IsDense) { StridedCopy.Copy(source, new Elements<T>(y.Memory, y.Start + at, row.Shape.Dense), accumulate); }
                else if (accumulate) { TensorPrimitives.Add(place, source.Span, place); }
                else { source.Span.CopyTo(place); }
                at += columns;
            }
        }
    }

    /// <summary>Adds the rows of x to rows of y, which is dense.</summary>
    internal static void Add<T>(Elements<T> x, int axis, ReadOnlySpan<int> indices, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int columns = Shape.Of(y.Shape.Lengths[(axis + 1)..]).ElementCount, rows = y.Shape.Lengths[axis];
        using DenseElements<T> dense = new(x);
        ReadOnlySpan<T> source = dense.Span;
        if (WideAddition.Pays(indices.Length, x, y))
        {
            using WideAddition wide = WideAddition.Of(source, x.Shape, y);
            Add(wide.Terms, axis, indices, wide.Sums);
            return;
        }
        Span<T> target = y.Span;
        for (int at = 0, start = 0; at < source.Length; start += rows * columns)
        {
            foreach (int index in indices)
            {
                Span<T> place = target.Slice(start + (index * columns), columns);
                if (columns == 1) { place[0] += source[at]; }
                else { TensorPrimitives.Add(place, source.Slice(at, columns), place); }
                at += columns;
            }
        }
    }

    private static int Start(int position, ReadOnlySpan<int> lengths, ReadOnlySpan<int> strides)
    {
        int start = 0;
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            (position, int index) = Math.DivRem(position, lengths[axis]);
            start += index * strides[axis];
        }
        return start;
    }
}
