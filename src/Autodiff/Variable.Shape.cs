using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

/// <content>What belongs to the shape of a value. Views share its memory.</content>
public readonly partial struct Variable<T>
{
    /// <summary>The same elements in the same order, in another shape: a view where strides can express it, else a copy.</summary>
    /// <param name="shape">The lengths; one of them may be -1 and follows from the others.</param>
    /// <exception cref="ArgumentException">The number of elements differs, or the length that is -1 does not follow.</exception>
    public Variable<T> Reshape(params ReadOnlySpan<int> shape) => Variable.Reshape(this, Shape.Complete(shape));

    /// <summary>A view with two axes exchanged; by default the last two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Variable<T> Transpose(int first = -2, int second = -1)
    {
        Shape shape = Shape;
        return ViewOperation<Transpose, T>.Apply(new(shape.Axis(first, nameof(Transpose)), shape.Axis(second, nameof(Transpose))), this);
    }

    /// <summary>A view with the axes in another order.</summary>
    /// <param name="axes">For each axis of the result, the axis of this value; each once.</param>
    /// <exception cref="ArgumentException">Not every axis is named, or one is named twice.</exception>
    public Variable<T> Permute(params ReadOnlySpan<int> axes)
    {
        Shape shape = Shape;
        if (axes.Length != shape.Rank) { Throw.AxisCount(nameof(Permute), axes.Length, shape); }
        if (axes.Length > 0) { shape.Axes(axes, nameof(Permute)); }
        int[] order = new int[axes.Length];
        for (int k = 0; k < order.Length; k++) { order[k] = shape.Axis(axes[k], nameof(Permute)); }
        return ViewOperation<Permute, T>.Apply(new(order), this);
    }

    internal bool CanBeSeenAs(Shape shape) => IsReadableSingle || shape.Length != Length || Readable.Layout.Reshape(shape) is not null;
}
