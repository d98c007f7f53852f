using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff;

/// <summary>The lengths of an array along its axes, the last of which is the fastest in memory. Immutable.</summary>
public sealed class Shape : IEquatable<Shape>
{
    // Most shapes of a program are few and come again at every step: a small table of those met lately makes them one object, so that a
    // step allocates none and equal shapes are mostly the same reference. A few share a place, else two of one hash would drive each other
    // out at every step. Losing a race or a slot costs an object, nothing else.
    private const int Places = 256, Ways = 4;
    private static readonly Shape?[] Cache = new Shape?[Places * Ways];

    // Axes are named by the bits of a word, and their lengths stand on the stack.
    private const int MaxRank = 32;

    private readonly int[] lengths;

    private Shape(int[] lengths)
    {
        this.lengths = lengths;
        ElementCount = CountElements(lengths);
        Dense = new(this);
    }

    /// <summary>The shape of a single element, with no axes.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>The number of axes.</summary>
    public int Rank => lengths.Length;

    /// <summary>The number of elements.</summary>
    public int ElementCount { get; }

    /// <summary>The lengths along the axes.</summary>
    public ReadOnlySpan<int> Lengths => lengths;

    /// <summary>The elements one after the other, row by row.</summary>
    internal Layout Dense { get; }

    /// <summary>The length along an axis; negative axes count from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public int this[int axis] => lengths[Axis(axis, nameof(Shape))];

    /// <summary>A shape of these lengths.</summary>
    /// <exception cref="ArgumentException">A length is negative, there are more elements than an array can hold, or more than 32 axes.</exception>
    public static Shape Of(params ReadOnlySpan<int> lengths)
    {
        if (lengths.IsEmpty) { return Scalar; }
        RequireRank(lengths.Length);
        uint hash = 17;
        foreach (int length in lengths) { hash = (hash ^ (uint)length) * 0x9E3779B1; }
        Span<Shape?> place = Cache.AsSpan((int)((hash ^ (hash >> 16)) % Places) * Ways, Ways);
        foreach (Shape? known in place)
        {
            if (known is not null && known.Matches(lengths)) { return known; }
        }
        place[..^1].CopyTo(place[1..]);
        return place[0] = new(lengths.ToArray());
    }

    /// <summary>The lengths, so that a shape can stand wherever lengths are asked for.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.lengths;
    }

    /// <summary>Whether the lengths along all axes are equal.</summary>
    public bool Equals(Shape? other) => ReferenceEquals(this, other) || (other is not null && Matches(other.lengths));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int length in lengths) { hash.Add(length); }
        return hash.ToHashCode();
    }

    /// <summary>The lengths as in [2, 3].</summary>
    public override string ToString() => $"[{string.Join(", ", lengths)}]";

    /// <summary>Refuses more axes than a shape has, before anything is laid out for them.</summary>
    internal static void RequireRank(int rank)
    {
        if (rank > MaxRank) { Throw.TooManyAxes(rank, MaxRank); }
    }

    /// <summary>The shape that two broadcast to: axes are matched from the last, and a length of 1 or a missing axis repeats.</summary>
    internal static Shape Broadcast(string operation, Shape a, Shape b)
    {
        if (a.Equals(b)) { return a; }
        Span<int> common = stackalloc int[Math.Max(a.Rank, b.Rank)];
        for (int k = 1; k <= common.Length; k++)
        {
            int ofA = k <= a.Rank ? a.lengths[^k] : 1, ofB = k <= b.Rank ? b.lengths[^k] : 1;
            if (ofA != ofB && ofA != 1 && ofB != 1) { Throw.NotBroadcastable(operation, a, b, ofA, ofB); }
            common[^k] = ofA == 1 ? ofB : ofA;
        }
        return Matching(common, a, b);
    }

    /// <summary>Whether the two have a common shape that broadcasting repeats both to.</summary>
    internal bool BroadcastsWith(Shape other)
    {
        for (int k = 1; k <= Math.Min(Rank, other.Rank); k++)
        {
            if (lengths[^k] != other.lengths[^k] && lengths[^k] != 1 && other.lengths[^k] != 1) { return false; }
        }
        return true;
    }

    /// <summary>Whether broadcasting repeats this shape to the other, which has no axis less.</summary>
    internal bool CanExpandTo(Shape other)
    {
        for (int k = 1; k <= Rank; k++)
        {
            if (k > other.Rank || (lengths[^k] != 1 && lengths[^k] != other.lengths[^k])) { return false; }
        }
        return true;
    }

    /// <summary>A shape of as many elements, where one length may be -1 and follows from the others.</summary>
    internal Shape Complete(ReadOnlySpan<int> wanted)
    {
        int open = wanted.IndexOf(-1);
        if (open < 0 || wanted.Length > MaxRank) { return Of(wanted); }
        long others = 1;
        for (int axis = 0; axis < wanted.Length; axis++)
        {
            if (axis != open) { others = wanted[axis] < 0 ? 0 : Math.Min(others * wanted[axis], int.MaxValue); }
        }
        if (others == 0 || ElementCount % others != 0) { Throw.CannotInfer(wanted, this); }
        Span<int> complete = stackalloc int[wanted.Length];
        wanted.CopyTo(complete);
        complete[open] = (int)(ElementCount / others);
        return Of(complete);
    }

    /// <summary>The axis from 0 that is meant.</summary>
    internal int Axis(int axis, string operation)
    {
        int counted = axis < 0 ? axis + Rank : axis;
        if ((uint)counted >= (uint)Rank) { Throw.AxisOutOfRange(operation, axis, this); }
        return counted;
    }

    /// <summary>The axes that are meant, as bits; none given means all.</summary>
    internal uint Axes(ReadOnlySpan<int> axes, string operation)
    {
        if (axes.IsEmpty) { return (uint)((1L << Rank) - 1); }
        uint bits = 0;
        foreach (int axis in axes)
        {
            uint bit = 1u << Axis(axis, operation);
            if ((bits & bit) != 0) { Throw.AxisTwice(operation, axis, this); }
            bits |= bit;
        }
        return bits;
    }

    /// <summary>The shape that is left when those axes are reduced: of length 1, or gone.</summary>
    internal Shape Without(uint axes, bool keepAxes)
    {
        Span<int> left = stackalloc int[Rank];
        int count = 0;
        for (int axis = 0; axis < Rank; axis++)
        {
            bool reduced = (axes & (1u << axis)) != 0;
            if (!reduced || keepAxes) { left[count++] = reduced ? 1 : lengths[axis]; }
        }
        return Of(left[..count]);
    }

    /// <summary>The shape with another axis, before the one of that number.</summary>
    internal Shape With(int axis, int length)
    {
        Span<int> more = stackalloc int[Rank + 1];
        lengths.AsSpan(0, axis).CopyTo(more);
        more[axis] = length;
        lengths.AsSpan(axis).CopyTo(more[(axis + 1)..]);
        return Of(more);
    }

    /// <summary>The place from 0 that is meant for a new axis, of which there is one more than there are axes.</summary>
    internal int NewAxis(int axis, string operation)
    {
        int counted = axis < 0 ? axis + Rank + 1 : axis;
        if ((uint)counted > (uint)Rank) { Throw.NewAxisOutOfRange(operation, axis, this); }
        return counted;
    }

    private static Shape Matching(ReadOnlySpan<int> lengths, Shape a, Shape b) => a.Matches(lengths) ? a : b.Matches(lengths) ? b : Of(lengths);

    private static int CountElements(int[] lengths)
    {
        // Without elements, whatever the other lengths are.
        long count = lengths.Contains(0) ? 0 : 1;
        foreach (int length in lengths)
        {
            if (length < 0) { Throw.NegativeLength(lengths); }
            count *= length;
            if (count > Array.MaxLength) { Throw.TooManyElements(lengths); }
        }
        return (int)count;
    }

    private bool Matches(ReadOnlySpan<int> other) => lengths.AsSpan().SequenceEqual(other);
}
