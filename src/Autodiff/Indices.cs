using System.Collections;
using System.Numerics.Tensors;
using Autodiff.Diagnostics;

namespace Autodiff;

/// <summary>
/// Places along an axis, in a shape: the labels of a classification, the words of a sentence, the rows to take. Immutable, so that a
/// recording can rely on them; made once, they cost nothing at each step. A list such as <c>[2, 0, 2]</c> makes them too.
/// </summary>
[CollectionBuilder(typeof(Indices), nameof(Of))]
public sealed class Indices : IReadOnlyList<int>
{
    private readonly int[] values;
    private readonly int start;

    private Indices(int[] values, int start, Shape shape)
    {
        this.values = values;
        this.start = start;
        Shape = shape;
        if (shape.ElementCount > 0) { (Least, Greatest) = (TensorPrimitives.Min(AsReadOnlySpan()), TensorPrimitives.Max(AsReadOnlySpan())); }
    }

    /// <summary>The lengths along the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The number of indices.</summary>
    public int Length => Shape.ElementCount;

    int IReadOnlyCollection<int>.Count => Length;

    internal int Least { get; }

    internal int Greatest { get; }

    /// <summary>One of the indices, counted row by row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public int this[int position]
    {
        get
        {
            if ((uint)position >= (uint)Length) { Throw.NoSuchPosition(position, Shape); }
            return values[start + position];
        }
    }

    /// <summary>A part along the first axis, such as a batch of labels; nothing is copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the axis.</exception>
    public Indices this[Range range]
    {
        get
        {
            if (Shape.Rank == 0) { Throw.AxisOutOfRange(nameof(Indices), 0, Shape); }
            Slice slice = range;
            var part = slice.Of(Shape, 0);
            int row = Shape.Of(Shape.Lengths[1..]).ElementCount;
            return new(values, start + (part.Start * row), Shape.Of([part.Count, .. Shape.Lengths[1..]]));
        }
    }

    /// <summary>A copy of some indices along one axis.</summary>
    public static Indices Of(ReadOnlySpan<int> values) => new(values.ToArray(), 0, Shape.Of(values.Length));

    /// <summary>A copy of some indices in a shape.</summary>
    /// <param name="values">The indices, row by row.</param>
    /// <param name="shape">The lengths along the axes.</param>
    /// <exception cref="ArgumentException">The shape holds another number of indices.</exception>
    public static Indices Create(ReadOnlySpan<int> values, params ReadOnlySpan<int> shape)
    {
        Shape wanted = Shape.Of(shape);
        if (values.Length != wanted.ElementCount) { Throw.ElementCount($"{nameof(Indices)}.{nameof(Create)}", values.Length, wanted); }
        return new(values.ToArray(), 0, wanted);
    }

    /// <summary>The same indices in another shape; nothing is copied.</summary>
    /// <param name="shape">The lengths; one of them may be -1 and follows from the others.</param>
    /// <exception cref="ArgumentException">The number of indices differs, or the length that is -1 does not follow.</exception>
    public Indices Reshape(params ReadOnlySpan<int> shape)
    {
        Shape wanted = Shape.Complete(shape);
        if (wanted.ElementCount != Length) { Throw.CannotReshape(Shape, wanted); }
        return new(values, start, wanted);
    }

    /// <summary>The indices row by row.</summary>
    public ReadOnlySpan<int> AsReadOnlySpan() => values.AsSpan(start, Shape.ElementCount);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (int position = 0; position < Length; position++) { yield return this[position]; }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The shape and the first of the indices.</summary>
    public override string ToString()
    {
        const int Shown = 10;
        string first = string.Join(", ", AsReadOnlySpan()[..Math.Min(Length, Shown)].ToArray());
        return $"Indices {Shape}: {first}{(Length > Shown ? ", ..." : "")}";
    }

    /// <summary>Refuses indices that are not places along an axis.</summary>
    internal void Require(string operation, int axis, Shape shape)
    {
        int length = shape.Lengths[axis];
        if (Length == 0 || (Least >= 0 && Greatest < length)) { return; }
        foreach (int index in AsReadOnlySpan())
        {
            if ((uint)index >= (uint)length) { Throw.IndexOutOfRange(operation, index, axis, shape); }
        }
    }
}
