using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Several values made one, one made several, and one repeated.
public static partial class Variable
{
    /// <summary>Values one behind the other along an axis.</summary>
    /// <param name="axis">The axis along which they follow each other.</param>
    /// <param name="values">The values, whose shapes are equal but for the length along the axis.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ otherwise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">No values came.</exception>
    public static Variable<T> Concatenate<T>(int axis, params ReadOnlySpan<Variable<T>> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.IsEmpty) { Throw.NothingToJoin(nameof(Concatenate)); }
        return ArrayOperation<Concatenate, T>.Apply(new(values[0].Shape.Axis(axis, nameof(Concatenate))), values);
    }

    /// <summary>Values of one shape side by side along a new axis.</summary>
    /// <param name="axis">The number that the new axis gets; negative ones count from the end of the result.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The axis would stand beyond the others.</exception>
    /// <exception cref="ArgumentException">No values came.</exception>
    public static Variable<T> Stack<T>(int axis, params ReadOnlySpan<Variable<T>> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.IsEmpty) { Throw.NothingToJoin(nameof(Stack)); }
        return ArrayOperation<Stack, T>.Apply(new(values[0].Shape.NewAxis(axis, nameof(Stack))), values);
    }

    /// <summary>Equal pieces along an axis, as views.</summary>
    /// <exception cref="ArgumentException">The axis does not part into so many equal pieces.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T>[] Split<T>(Variable<T> x, int axis, int pieces)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        axis = shape.Axis(axis, nameof(Split));
        if (pieces <= 0 || shape.Lengths[axis] % pieces != 0) { Throw.CannotSplit(shape, axis, pieces); }
        Variable<T>[] parts = new Variable<T>[pieces];
        int count = shape.Lengths[axis] / pieces;
        for (int i = 0; i < pieces; i++) { parts[i] = ViewOperation<Section, T>.Apply(new(axis, i * count, count, 1), x); }
        return parts;
    }

    /// <summary>Pieces of given lengths along an axis, as views.</summary>
    /// <param name="x">The value.</param>
    /// <param name="axis">The axis that is parted.</param>
    /// <param name="lengths">The lengths of the pieces, which together make up the axis.</param>
    /// <exception cref="ArgumentException">They do not make up the axis, or one is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T>[] Split<T>(Variable<T> x, int axis, ReadOnlySpan<int> lengths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        axis = shape.Axis(axis, nameof(Split));
        long total = 0;
        foreach (int length in lengths) { total = length < 0 ? long.MinValue / 2 : total + length; }
        if (total != shape.Lengths[axis]) { Throw.SplitLengths(lengths, axis, shape); }
        Variable<T>[] parts = new Variable<T>[lengths.Length];
        for (int i = 0, start = 0; i < parts.Length; start += lengths[i], i++)
        {
            parts[i] = ViewOperation<Section, T>.Apply(new(axis, start, lengths[i], 1), x);
        }
        return parts;
    }

    /// <summary>The value several times over along each axis: [1, 2] twice is [1, 2, 1, 2].</summary>
    /// <param name="x">The value.</param>
    /// <param name="counts">How often along each of the last axes; more counts than axes make new axes in front.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Variable<T> Tile<T>(Variable<T> x, params ReadOnlySpan<int> counts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        Shape.RequireRank(counts.Length);
        int rank = Math.Max(shape.Rank, counts.Length);

        // Each axis gets one beside it that is repeated; then both are made one.
        Span<int> split = stackalloc int[2 * rank], repeated = stackalloc int[2 * rank], tiled = stackalloc int[rank];
        for (int k = 1; k <= rank; k++)
        {
            int length = k <= shape.Rank ? shape.Lengths[^k] : 1, count = k <= counts.Length ? counts[^k] : 1;
            if (count < 0) { Throw.Repetitions(nameof(Tile), count); }
            (split[(2 * (rank - k)) + 1], split[2 * (rank - k)]) = (length, 1);
            (repeated[(2 * (rank - k)) + 1], repeated[2 * (rank - k)]) = (length, count);
            tiled[^k] = Product(length, count);
        }
        return Reshape(Expand(Reshape(x, Shape.Of(split)), Shape.Of(repeated)), Shape.Of(tiled));
    }

    /// <summary>Each element several times in a row along an axis: [1, 2] twice is [1, 1, 2, 2].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or the count is negative.</exception>
    public static Variable<T> RepeatInterleave<T>(Variable<T> x, int count, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        axis = shape.Axis(axis, nameof(RepeatInterleave));
        if (count < 0) { Throw.Repetitions(nameof(RepeatInterleave), count); }
        Span<int> lengths = stackalloc int[shape.Rank];
        shape.Lengths.CopyTo(lengths);
        lengths[axis] = Product(lengths[axis], count);
        return Reshape(Expand(Reshape(x, shape.With(axis + 1, 1)), shape.With(axis + 1, count)), Shape.Of(lengths));
    }

    // More than an array holds: the shape refuses it by name, whatever the exact number.
    private static int Product(int length, int count) => (int)Math.Min((long)length * count, int.MaxValue);
}
