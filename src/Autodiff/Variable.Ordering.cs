using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Sorting, which is stable; NaN counts as greater than any number.
public static partial class Variable
{
    /// <summary>
    /// The elements of each line along an axis, sorted, and the indices they had. Equal elements keep their order, NaN counts as greater than any number, and
    /// the gradient goes back to where an element came from.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="descending">Whether the greatest come first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static (Variable<T> Values, Indices Indices) Sort<T>(Variable<T> x, int axis = -1, bool descending = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int along = x.Shape.Axis(axis, nameof(Sort));
        Indices indices = Ordered(x, along, descending, inPlaceOrder: false, x.Shape.Lengths[along]);
        return (ArrayOperation<Gather, T>.Apply(new(along, indices), x), indices);
    }

    /// <summary>The indices of the elements in the order of <see cref="Sort{T}"/>.</summary>
    /// <inheritdoc cref="Sort{T}"/>
    public static Indices ArgSort<T>(Variable<T> x, int axis = -1, bool descending = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int along = x.Shape.Axis(axis, nameof(ArgSort));
        return Ordered(x, along, descending, inPlaceOrder: false, x.Shape.Lengths[along]);
    }

    /// <summary>
    /// The greatest or the least elements of each line along an axis, and the indices they had. The gradient goes back to where an element came from.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="count">How many of each line.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="largest">Whether to take the greatest; otherwise the least. Of equal elements the first are taken.</param>
    /// <param name="sorted">Whether to sort them, the greatest first, or the least first if those are taken; otherwise they keep their order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or there are not as many elements along it.</exception>
    public static (Variable<T> Values, Indices Indices) TopK<T>(Variable<T> x, int count, int axis = -1, bool largest = true, bool sorted = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int along = x.Shape.Axis(axis, nameof(TopK));
        if (count < 0 || count > x.Shape.Lengths[along]) { Throw.TooManyOfAxis(nameof(TopK), count, along, x.Shape); }
        Indices indices = Ordered(x, along, descending: largest, inPlaceOrder: !sorted, count);
        return (ArrayOperation<Gather, T>.Apply(new(along, indices), x), indices);
    }

    private static Indices Ordered<T>(Variable<T> x, int axis, bool descending, bool inPlaceOrder, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> lengths = stackalloc int[x.Rank];
        x.Shape.Lengths.CopyTo(lengths);
        lengths[axis] = count;
        Shape shape = Shape.Of(lengths);
        int[] indices = new int[shape.ElementCount];
        Ordering.Sort(x.NodeIn(Recording<T>.Current).Elements, axis, descending, inPlaceOrder, count, indices);
        return Indices.Create(indices, shape);
    }
}
