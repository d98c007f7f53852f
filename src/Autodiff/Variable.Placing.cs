using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Elements written and read at places given by indices or masks.
public static partial class Variable
{
    /// <summary>
    /// x with single elements replaced by values, at indices along an axis: for the axis 1 of a matrix, y[i, indices[i, j]] = values[i, j]. Of several
    /// values for one place the last in row order counts; the others get no gradient.
    /// </summary>
    /// <param name="x">The array; it stays as it is.</param>
    /// <param name="axis">The axis along which the indices count.</param>
    /// <param name="indices">As many axes as x, none longer than in x but that axis itself.</param>
    /// <param name="values">The new elements, in the shape of the indices or one that broadcasts to it.</param>
    /// <exception cref="ShapeMismatchException">The shape of the indices or of the values does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index is not within it.</exception>
    public static Variable<T> Scatter<T>(Variable<T> x, int axis, Indices indices, Variable<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return ArrayOperation<Scatter, T>.Apply(new(x.Shape.Axis(axis, nameof(Scatter)), indices), x, values);
    }

    /// <summary>The rows of a table that indices name: [rows, ...] with indices [...] is [..., ...].</summary>
    /// <param name="weights">The table.</param>
    /// <param name="indices">Of any shape. An index may occur more than once.</param>
    /// <param name="paddingIndex">A row that stands for padding and gets no gradient; negative numbers count from the end.</param>
    /// <exception cref="ArgumentException">The table has no axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index, or that of the padding, is not one of the rows.</exception>
    public static Variable<T> Embedding<T>(Variable<T> weights, Indices indices, int? paddingIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        Shape shape = weights.Shape;
        if (shape.Rank == 0) { Throw.NoTable(shape); }
        indices.Require(nameof(Embedding), 0, shape);
        if (paddingIndex is not { } padding) { return ArrayOperation<IndexSelect, T>.Apply(new(0, indices), weights); }
        int row = padding < 0 ? padding + shape.Lengths[0] : padding;
        if ((uint)row >= (uint)shape.Lengths[0]) { Throw.PaddingRow(padding, shape); }
        return ArrayOperation<Embedding, T>.Apply(new(indices, row), weights);
    }

    /// <summary>The elements where a mask is not 0, row by row, along one axis; the shapes of both broadcast. How many there are depends on the mask.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="mask">0 or not; comparisons such as <c>x &gt; 0</c> make masks.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> MaskedSelect<T>(Variable<T> x, Variable<T> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = Shape.Broadcast(nameof(MaskedSelect), x.Shape, mask.Shape);
        T[] shown = Expand(mask.Detach(), shape).ToArray();
        List<int> places = [];
        for (int i = 0; i < shown.Length; i++)
        {
            if (shown[i] != T.Zero) { places.Add(i); }
        }
        Variable<T> row = Reshape(Expand(x, shape), Shape.Of(shape.ElementCount));
        return ArrayOperation<IndexSelect, T>.Apply(new(0, Indices.Of([.. places])), row);
    }

    /// <summary>
    /// The elements at several indices together, one for each of the first axes: for a matrix, y[i] = x[rows[i], columns[i]]. Axes without indices are taken
    /// whole.
    /// </summary>
    /// <param name="x">The value.</param>
    /// <param name="indices">The indices along the first axis, the second and so on, all of one shape, with which the shape of the result begins.</param>
    /// <exception cref="ShapeMismatchException">The shapes of the indices differ.</exception>
    /// <exception cref="ArgumentException">There are none, or more than x has axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not within its axis.</exception>
    public static Variable<T> ElementsAt<T>(Variable<T> x, params ReadOnlySpan<Indices> indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        if (indices.IsEmpty || indices.Length > shape.Rank) { Throw.IndexCount(indices.Length, shape); }
        for (int axis = 0; axis < indices.Length; axis++)
        {
            ArgumentNullException.ThrowIfNull(indices[axis], nameof(indices));
            if (!indices[axis].Shape.Equals(indices[0].Shape)) { Throw.IndexShapesDiffer(indices[axis].Shape, indices[0].Shape, axis); }
            indices[axis].Require(nameof(ElementsAt), axis, shape);
        }
        if (indices.Length == 1) { return ArrayOperation<IndexSelect, T>.Apply(new(0, indices[0]), x); }
        int[] places = new int[indices[0].Length];
        for (int axis = 0; axis < indices.Length; axis++)
        {
            ReadOnlySpan<int> along = indices[axis].AsReadOnlySpan();
            for (int i = 0; i < places.Length; i++) { places[i] = (places[i] * shape.Lengths[axis]) + along[i]; }
        }
        ReadOnlySpan<int> whole = shape.Lengths[indices.Length..];
        Variable<T> rows = Reshape(x, Shape.Of([Shape.Of(shape.Lengths[..indices.Length]).ElementCount, .. whole]));
        return ArrayOperation<IndexSelect, T>.Apply(new(0, Indices.Create(places, indices[0].Shape)), rows);
    }

    /// <summary>
    /// In train mode (<see cref="Autograd.IsTraining"/>) each element becomes 0 with the probability rate and is divided by 1 - rate otherwise, which keeps the
    /// expected value (Srivastava and others 2014). In predict mode x itself.
    /// </summary>
    /// <param name="x">The elements. One that is dropped is exactly 0 even where it is NaN or infinite, and gets no gradient.</param>
    /// <param name="rate">The probability, 0 to 1; at 1 all elements are 0.</param>
    /// <param name="random">The source of randomness; not used in predict mode, nor at rates of 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not within 0 and 1.</exception>
    public static Variable<T> Dropout<T>(Variable<T> x, double rate, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(rate is >= 0 and <= 1)) { Throw.DropoutRate(rate); }
        if (!Autograd.IsTraining || rate == 0) { return x; }
        Recording<T> recording = Recording<T>.Current;
        Node<T> mask = recording.Result(x.Shape);
        T kept = T.CreateTruncating(1 / (1 - rate));
        foreach (ref T share in mask.Span) { share = rate < 1 && random.NextDouble() >= rate ? kept : T.Zero; }
        return ArrayOperation<Masked, T>.Apply(default, x, recording.Handle(mask));
    }
}
