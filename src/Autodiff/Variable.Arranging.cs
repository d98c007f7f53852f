using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Elements in other places, frames around them, and parts of matrices.
public static partial class Variable
{
    /// <summary>A view that goes backward along some axes; along all if none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Variable<T> Flip<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint flipped = x.Shape.Axes(axes, nameof(Flip));
        Span<Slice> slices = stackalloc Slice[x.Rank];
        for (int axis = 0; axis < slices.Length; axis++) { slices[axis] = (flipped & (1u << axis)) != 0 ? Slice.Every(-1) : Range.All; }
        return x[slices];
    }

    /// <summary>The elements moved on along an axis; those that leave at the end come in at the beginning.</summary>
    /// <param name="x">The value.</param>
    /// <param name="shift">By how many places; negative is backward.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> Roll<T>(Variable<T> x, int shift, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        axis = x.Shape.Axis(axis, nameof(Roll));
        int length = x.Shape.Lengths[axis];
        int split = length == 0 ? 0 : (int)(((long)length - shift) % length);
        if (split < 0) { split += length; }
        if (split == 0) { return x; }
        Variable<T> end = ViewOperation<Section, T>.Apply(new(axis, split, length - split, 1), x);
        return ArrayOperation<Concatenate, T>.Apply(new(axis), end, ViewOperation<Section, T>.Apply(new(axis, 0, split, 1), x));
    }

    /// <summary>The value within a frame.</summary>
    /// <param name="x">The value.</param>
    /// <param name="padding">How many elements the frame has before and after, for each of the last axes: two pairs frame images.</param>
    /// <param name="value">What the frame is made of.</param>
    /// <exception cref="ArgumentException">There are more pairs than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Variable<T> Pad<T>(Variable<T> x, ReadOnlySpan<(int Before, int After)> padding, double value = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (padding.Length > x.Rank) { Throw.PaddingCount(padding.Length, x.Shape); }
        Variable<T> padded = x;

        // As many axes at once as a view cuts.
        for (int done = 0; done < padding.Length; done += Cuts.Capacity)
        {
            padded = Pad(padded, x.Rank - padding.Length + done, padding[done..Math.Min(done + Cuts.Capacity, padding.Length)], value);
        }
        return padded;
    }

    /// <summary>The diagonals of matrices, which stand in the last two axes, as a view: [..., m, n] becomes [..., k].</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="offset">How many columns right of the main diagonal; negative is left.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Variable<T> Diagonal<T>(Variable<T> x, int offset = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Rank < 2) { Throw.NotMatrices(nameof(Diagonal), x.Shape); }
        return ViewOperation<Diagonal, T>.Apply(new(offset), x);
    }

    /// <summary>Square matrices with given diagonals and else 0: [..., n] becomes [..., n, n].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no axes.</exception>
    public static Variable<T> DiagonalMatrix<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        return ArrayOperation<Unview<Diagonal>, T>.Apply(new(new(0), shape.With(shape.Axis(-1, nameof(DiagonalMatrix)), shape[-1])), x);
    }

    /// <summary>Matrices, which stand in the last two axes, at and below a diagonal, else 0.</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="diagonal">How many columns right of the main diagonal; negative is left.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Variable<T> LowerTriangle<T>(Variable<T> x, int diagonal = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Rank < 2) { Throw.NotMatrices(nameof(LowerTriangle), x.Shape); }
        return ArrayOperation<Triangle, T>.Apply(new(diagonal, isUpper: false), x);
    }

    /// <summary>Matrices, which stand in the last two axes, at and above a diagonal, else 0.</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="diagonal">How many columns right of the main diagonal; negative is left.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Variable<T> UpperTriangle<T>(Variable<T> x, int diagonal = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Rank < 2) { Throw.NotMatrices(nameof(UpperTriangle), x.Shape); }
        return ArrayOperation<Triangle, T>.Apply(new(diagonal, isUpper: true), x);
    }

    private static Variable<T> Pad<T>(Variable<T> x, int firstAxis, ReadOnlySpan<(int Before, int After)> padding, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        Span<int> lengths = stackalloc int[shape.Rank];
        shape.Lengths.CopyTo(lengths);
        Cuts inside = default;
        for (int k = 0; k < padding.Length; k++)
        {
            (int before, int after) = padding[k];
            int axis = firstAxis + k;
            if (before < 0 || after < 0) { Throw.NegativePadding(padding[k], axis, shape); }
            inside[k] = new(axis, before, lengths[axis], 1);
            lengths[axis] = (int)Math.Min((long)lengths[axis] + before + after, int.MaxValue);
        }
        return ArrayOperation<Pad, T>.Apply(new(new(inside, padding.Length), Shape.Of(lengths), value), x);
    }
}
