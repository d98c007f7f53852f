using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Elements and rows chosen by indices, and added by them.
public static partial class Variable
{
    /// <summary>Single elements at indices along an axis: for the axis 1 of a matrix, y[i, j] = x[i, indices[i, j]].</summary>
    /// <param name="x">The value.</param>
    /// <param name="axis">The axis along which the indices name places.</param>
    /// <param name="indices">As many axes as x, none but the axis itself longer; its shape is that of the result.</param>
    /// <exception cref="ShapeMismatchException">The shape of the indices does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index is not within it.</exception>
    public static Variable<T> Gather<T>(Variable<T> x, int axis, Indices indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return ArrayOperation<Gather, T>.Apply(new(x.Shape.Axis(axis, nameof(Gather)), indices), x);
    }

    /// <summary>x with values added to single elements at indices along an axis: for the axis 1 of a matrix, y[i, indices[i, j]] += values[i, j].</summary>
    /// <param name="x">What is added to; it stays as it is.</param>
    /// <param name="axis">The axis along which the indices name places.</param>
    /// <param name="indices">As many axes as x, none but the axis itself longer. An index may come more than once.</param>
    /// <param name="values">What is added, in the shape of the indices.</param>
    /// <exception cref="ShapeMismatchException">The shape of the indices or of the values does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index is not within it.</exception>
    public static Variable<T> ScatterAdd<T>(Variable<T> x, int axis, Indices indices, Variable<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return x + ArrayOperation<ScatterAdd, T>.Apply(new(x.Shape.Axis(axis, nameof(ScatterAdd)), indices, x.Shape), values);
    }

    /// <summary>Rows that indices name along an axis, such as the embeddings of words: for the axis 0, y[i, ...] = x[indices[i], ...].</summary>
    /// <param name="x">The value.</param>
    /// <param name="axis">The axis along which the indices name places.</param>
    /// <param name="indices">Of any shape, which stands in the result in place of the axis. An index may come more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index is not within it.</exception>
    public static Variable<T> IndexSelect<T>(Variable<T> x, int axis, Indices indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return ArrayOperation<IndexSelect, T>.Apply(new(x.Shape.Axis(axis, nameof(IndexSelect)), indices), x);
    }

    /// <summary>x with values added to the rows that indices name along an axis: for the axis 0, y[indices[i], ...] += values[i, ...].</summary>
    /// <param name="x">What is added to; it stays as it is.</param>
    /// <param name="axis">The axis along which the indices name places.</param>
    /// <param name="indices">Of any shape. An index may come more than once.</param>
    /// <param name="values">What is added, in the shape that <see cref="IndexSelect"/> would give.</param>
    /// <exception cref="ShapeMismatchException">The shape of the values does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index is not within it.</exception>
    public static Variable<T> IndexAdd<T>(Variable<T> x, int axis, Indices indices, Variable<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return x + ArrayOperation<IndexAdd, T>.Apply(new(x.Shape.Axis(axis, nameof(IndexAdd)), indices, x.Shape), values);
    }

    /// <summary>The value where the mask is 0, else another one, element by element; shapes broadcast. A gradient goes only to what was taken.</summary>
    /// <param name="x">The value.</param>
    /// <param name="mask">0 or not; comparisons such as <c>x &gt; 0</c> make masks.</param>
    /// <param name="value">What stands where the mask is not 0.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> MaskedFill<T>(Variable<T> x, Variable<T> mask, Variable<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Where(mask, value, x);

    /// <summary>min(max(x, low), high), element by element; shapes broadcast. The derivative by x is 1 within the bounds and at them, else 0.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Clamp<T>(Variable<T> x, Variable<T> low, Variable<T> high)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AtMost(AtLeast(x, low), high);

    /// <summary>
    /// max(x, low), element by element, as one side of <see cref="Clamp"/>; shapes broadcast. At the bound the derivative by x is 1, that by the bound 0.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> AtLeast<T>(Variable<T> x, Variable<T> low)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(AtLeast), x, low);

    /// <summary>
    /// min(x, high), element by element, as one side of <see cref="Clamp"/>; shapes broadcast. At the bound the derivative by x is 1, that by the bound 0.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> AtMost<T>(Variable<T> x, Variable<T> high)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(AtMost), x, high);
}
