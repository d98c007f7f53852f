using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Padding with the elements themselves, shifts along several axes, repetitions, and grids.
public static partial class Variable
{
    /// <summary>The value within a frame of its own elements.</summary>
    /// <param name="x">The value.</param>
    /// <param name="padding">The number of elements before and after, for each of the last axes: two pairs for images.</param>
    /// <param name="mode">Which elements the frame consists of.</param>
    /// <exception cref="ArgumentException">There are more pairs than axes, or an axis is too short for the frame.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or there is no such mode.</exception>
    public static Variable<T> Pad<T>(Variable<T> x, ReadOnlySpan<(int Before, int After)> padding, PaddingMode mode)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        if (!Enum.IsDefined(mode)) { Throw.UnknownPadding(mode); }
        if (padding.Length > shape.Rank) { Throw.PaddingCount(padding.Length, shape); }
        for (int k = 0; k < padding.Length; k++)
        {
            (int before, int after) = padding[k];
            int axis = shape.Rank - padding.Length + k, length = shape.Lengths[axis];
            if (before < 0 || after < 0) { Throw.NegativePadding(padding[k], axis, shape); }
            int most = mode switch
            {
                PaddingMode.Reflect => Math.Max(length - 1, 0),
                PaddingMode.Circular => length,
                _ => length > 0 ? int.MaxValue : 0,
            };
            if (before > most || after > most) { Throw.FrameTooWide(mode, padding[k], most, axis, shape); }
        }
        Variable<T> padded = x;
        for (int k = 0; k < padding.Length; k++) { padded = Framed(padded, shape.Rank - padding.Length + k, padding[k], mode); }
        return padded;
    }

    /// <summary>The elements shifted along several axes; those that leave at the end come in at the beginning.</summary>
    /// <param name="x">The value.</param>
    /// <param name="shifts">By how many places along each axis; negative shifts go backward.</param>
    /// <param name="axes">The axes; one that occurs twice is shifted twice.</param>
    /// <exception cref="ArgumentException">There are not as many shifts as axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> Roll<T>(Variable<T> x, ReadOnlySpan<int> shifts, ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (shifts.Length != axes.Length) { Throw.ShiftCount(shifts.Length, axes.Length); }
        foreach (int axis in axes) { x.Shape.Axis(axis, nameof(Roll)); }
        Variable<T> rolled = x;
        for (int k = 0; k < axes.Length; k++) { rolled = Roll(rolled, shifts[k], axes[k]); }
        return rolled;
    }

    /// <summary>Each element repeated along an axis, each its own number of times: [1, 2] with [3, 1] is [1, 1, 1, 2].</summary>
    /// <param name="x">The value.</param>
    /// <param name="counts">How often, a number for each place along the axis.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">There are not as many counts as places.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or a count is negative.</exception>
    public static Variable<T> RepeatInterleave<T>(Variable<T> x, ReadOnlySpan<int> counts, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int along = x.Shape.Axis(axis, nameof(RepeatInterleave)), length = x.Shape.Lengths[along];
        if (counts.Length != length) { Throw.RepetitionCount(counts.Length, along, x.Shape); }
        long total = 0;
        foreach (int count in counts)
        {
            if (count < 0) { Throw.Repetitions(nameof(RepeatInterleave), count); }
            total += count;
        }
        int[] places = new int[Shape.Of((int)Math.Min(total, int.MaxValue)).ElementCount];
        for (int i = 0, at = 0; i < length; at += counts[i], i++) { places.AsSpan(at, counts[i]).Fill(i); }
        return ArrayOperation<IndexSelect, T>.Apply(new(along, Indices.Of(places)), x);
    }

    /// <summary>
    /// The coordinates of the points of a grid, as views: of vectors of lengths m, n and so on, arrays [m, n, ...], each of which repeats one vector along the
    /// axes of the others. The first vector steps along the first axis.
    /// </summary>
    /// <param name="values">The vectors; a number counts as a vector of one.</param>
    /// <exception cref="ArgumentException">There are none, one has more than one axis, or there are more than 32.</exception>
    public static Variable<T>[] Meshgrid<T>(params ReadOnlySpan<Variable<T>> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.IsEmpty) { Throw.NothingToJoin(nameof(Meshgrid)); }
        Shape.RequireRank(values.Length);
        Span<int> lengths = stackalloc int[values.Length], own = stackalloc int[values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            if (values[k].Rank > 1) { Throw.NotVector(nameof(Meshgrid), k, values[k].Shape); }
            lengths[k] = values[k].Length;
        }
        Shape grid = Shape.Of(lengths);
        Variable<T>[] coordinates = new Variable<T>[values.Length];
        own.Fill(1);
        for (int k = 0; k < values.Length; k++)
        {
            own[k] = lengths[k];
            coordinates[k] = Expand(Reshape(values[k], Shape.Of(own)), grid);
            own[k] = 1;
        }
        return coordinates;
    }

    // The parts of a frame are views of the value.
    private static Variable<T> Framed<T>(Variable<T> x, int axis, (int Before, int After) padding, PaddingMode mode)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int before, int after) = padding;
        if (before == 0 && after == 0) { return x; }
        int length = x.Shape.Lengths[axis];
        (Variable<T> first, Variable<T> last) = mode switch
        {
            PaddingMode.Reflect => (Part(before, before, -1), Part(length - 2, after, -1)),
            PaddingMode.Circular => (Part(length - before, before, 1), Part(0, after, 1)),
            _ => (Edge(0, before), Edge(length - 1, after)),
        };
        return ArrayOperation<Concatenate, T>.Apply(new(axis), first, x, last);

        Variable<T> Part(int start, int count, int step) => ViewOperation<Section, T>.Apply(new(axis, start, count, step), x);

        Variable<T> Edge(int place, int count)
        {
            Span<int> lengths = stackalloc int[x.Rank];
            x.Shape.Lengths.CopyTo(lengths);
            lengths[axis] = count;
            return Expand(Part(place, 1, 1), Shape.Of(lengths));
        }
    }
}
