using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the inputs one behind the other along an axis; dx = the part of dy where the input stands.</summary>
internal readonly struct Concatenate(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape first = x.Shape(0);
        Span<int> lengths = stackalloc int[first.Rank];
        first.Lengths.CopyTo(lengths);
        long total = 0;
        for (int i = 0; i < x.Count; i++)
        {
            Shape shape = x.Shape(i);
            bool fits = shape.Rank == first.Rank
                && shape.Lengths[..axis].SequenceEqual(first.Lengths[..axis])
                && shape.Lengths[(axis + 1)..].SequenceEqual(first.Lengths[(axis + 1)..]);
            if (!fits) { Throw.CannotConcatenate(shape, first, i, axis); }
            total += shape.Lengths[axis];
        }
        lengths[axis] = (int)Math.Min(total, int.MaxValue);
        return Shape.Of(lengths);
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int place = y.Start;
        for (int i = 0; i < x.Count; i++)
        {
            Elements<T> part = x[i];
            StridedCopy.Copy(part, new Elements<T>(y.Memory, place, Layout.Of(part.Shape, y.Layout.Strides)), accumulate);
            place += part.Shape.Lengths[axis] * y.Layout.Strides[axis];
        }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int start = 0;
        for (int i = 0; i < pull.Count; i++)
        {
            int count = pull.Shape(i).Lengths[axis];
            if (pull.Wants(i)) { pull.Add(i, ViewOperation<Section, T>.Apply(new(axis, start, count, 1), pull.Adjoint)); }
            start += count;
        }
    }

    public override string ToString() => $"Concatenate(axis {axis})";
}
