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
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or there are no two axes.</exception>
    public Variable<T> Transpose(int first = -2, int second = -1)
    {
        Shape shape = Shape;
        if (shape.Rank < 2 && (first, second) is (-2, -1)) { Throw.OneAxisToTranspose(first, shape); }
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

    /// <summary>Some neighbouring axes made one, row by row; by default all of them. A value without axes gets one.</summary>
    /// <param name="first">The first of the axes.</param>
    /// <param name="last">The last of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">The last axis stands before the first.</exception>
    public Variable<T> Flatten(int first = 0, int last = -1)
    {
        Shape shape = Shape;
        if (shape.Rank == 0 && first is 0 or -1 && last is 0 or -1) { return Reshape(1); }
        (int from, int to) = (shape.Axis(first, nameof(Flatten)), shape.Axis(last, nameof(Flatten)));
        if (from > to) { Throw.FlattenBackward(first, last, shape); }
        Span<int> lengths = stackalloc int[shape.Rank - (to - from)];
        shape.Lengths[..from].CopyTo(lengths);
        lengths[from] = Shape.Of(shape.Lengths[from..(to + 1)]).ElementCount;
        shape.Lengths[(to + 1)..].CopyTo(lengths[(from + 1)..]);
        return Variable.Reshape(this, Shape.Of(lengths));
    }

    /// <summary>A view without some axes, which must have the length 1; without all such axes if none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is longer, or is named twice.</exception>
    public Variable<T> Squeeze(params ReadOnlySpan<int> axes)
    {
        Shape shape = Shape;
        uint gone = shape.Axes(axes, nameof(Squeeze));
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (shape.Lengths[axis] == 1) { continue; }
            if (!axes.IsEmpty && (gone & (1u << axis)) != 0) { Throw.CannotSqueeze(axis, shape); }
            gone &= ~(1u << axis);
        }
        return Variable.Reshape(this, shape.Without(gone, keepAxes: false));
    }

    /// <summary>A view with one more axis, of length 1.</summary>
    /// <param name="axis">The number that the axis gets; negative ones count from the end of the result, so that -1 is the last axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The axis would stand beyond the others.</exception>
    public Variable<T> Unsqueeze(int axis)
    {
        Shape shape = Shape;
        return Variable.Reshape(this, shape.With(shape.NewAxis(axis, nameof(Unsqueeze)), 1));
    }

    /// <summary>A view with one axis at another place; the others keep their order.</summary>
    /// <param name="from">The axis.</param>
    /// <param name="to">The number that it gets.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Variable<T> MoveAxis(int from, int to)
    {
        Shape shape = Shape;
        (int source, int target) = (shape.Axis(from, nameof(MoveAxis)), shape.Axis(to, nameof(MoveAxis)));
        Span<int> order = stackalloc int[shape.Rank];
        for (int k = 0; k < order.Length; k++)
        {
            bool isBetween = k >= Math.Min(source, target) && k <= Math.Max(source, target);
            order[k] = k == target ? source : !isBetween ? k : source < target ? k + 1 : k - 1;
        }
        return Permute(order);
    }

    internal bool CanBeSeenAs(Shape shape) => IsReadableSingle || shape.ElementCount != Length || Readable.Layout.Reshape(shape) is not null;
}
