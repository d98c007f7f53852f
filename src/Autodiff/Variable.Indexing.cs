using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

/// <content>Parts of a value, as views.</content>
public readonly partial struct Variable<T>
{
    /// <summary>
    /// A part of the value that shares its memory, as in <c>x[0]</c>, <c>x[.., ^1]</c>, <c>x[1..3, Slice.Every(-1)]</c>: for each axis a number, which
    /// takes one element and removes the axis, or a range, in steps if need be. Axes that are not named are taken whole.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index or a range is not within its axis.</exception>
    /// <exception cref="ArgumentException">There are more slices than axes.</exception>
    public Variable<T> this[params ReadOnlySpan<Slice> slices]
    {
        get
        {
            Shape shape = Shape;
            if (slices.Length > shape.Rank) { Throw.TooManySlices(slices.Length, shape); }
            Variable<T> seen = this;
            Cuts cuts = default;
            int count = 0;

            // From the last axis on: one that goes does not renumber those still to come.
            for (int axis = slices.Length - 1; axis >= 0; axis--)
            {
                Cut cut = slices[axis].Of(shape, axis);
                if (cut.IsAll(shape.Lengths[axis])) { continue; }
                if (count == Cuts.Capacity)
                {
                    seen = ViewOperation<Slicing, T>.Apply(new(cuts, count), seen);
                    count = 0;
                }
                cuts[count++] = cut;
            }
            return count == 0 ? seen : ViewOperation<Slicing, T>.Apply(new(cuts, count), seen);
        }
    }
}
