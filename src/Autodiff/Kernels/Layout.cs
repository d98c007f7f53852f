namespace Autodiff.Kernels;

/// <summary>Where the elements of an array stand: for each axis, the distance from one element to the next. Immutable.</summary>
/// <remarks>
/// A stride may be 0, where one element is repeated, or negative, where an axis is flipped. The element with all indices 0 stands at the
/// start that goes with the layout (<see cref="Elements{T}"/>).
/// </remarks>
internal sealed class Layout
{
    // As for shapes, the layouts met lately are one object each, so that a step that makes the same views again allocates none.
    private const int Places = 256, Ways = 4;
    private static readonly Layout?[] Cache = new Layout?[Places * Ways];

    private readonly int[] strides;

    /// <summary>Row by row, without gaps.</summary>
    internal Layout(Shape shape)
    {
        Shape = shape;
        Length = shape.ElementCount;
        IsDense = true;
        strides = new int[shape.Rank];
        int stride = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(shape.Lengths[axis], 1);
        }
    }

    private Layout(Shape shape, int[] strides)
    {
        Shape = shape;
        Length = shape.ElementCount;
        this.strides = strides;
    }

    internal Shape Shape { get; }

    /// <summary>The number of elements.</summary>
    internal int Length { get; }

    internal ReadOnlySpan<int> Strides => strides;

    /// <summary>Whether the elements stand row by row without gaps. There is one such layout of a shape, so this is also a test of identity.</summary>
    internal bool IsDense { get; }

    /// <summary>A layout with these strides; the shape's dense one if it is that.</summary>
    internal static Layout Of(Shape shape, ReadOnlySpan<int> strides)
    {
        bool dense = true;
        if (shape.ElementCount > 0)
        {
            // Along an axis of length 1 nobody steps.
            for (int axis = 0; axis < strides.Length; axis++) { dense &= shape.Lengths[axis] == 1 || strides[axis] == shape.Dense.strides[axis]; }
        }
        if (dense) { return shape.Dense; }
        uint hash = (uint)RuntimeHelpers.GetHashCode(shape);
        foreach (int stride in strides) { hash = (hash ^ (uint)stride) * 0x9E3779B1; }
        Span<Layout?> place = Cache.AsSpan((int)((hash ^ (hash >> 16)) % Places) * Ways, Ways);
        foreach (Layout? known in place)
        {
            if (known is not null && ReferenceEquals(known.Shape, shape) && strides.SequenceEqual(known.strides)) { return known; }
        }
        place[..^1].CopyTo(place[1..]);
        return place[0] = new(shape, strides.ToArray());
    }

    /// <summary>The same elements seen in a shape that repeats them along new axes and along axes of length 1; lengths must fit.</summary>
    internal Layout Expand(Shape shape)
    {
        if (shape.Equals(Shape)) { return this; }
        Span<int> expanded = stackalloc int[shape.Rank];
        int added = shape.Rank - Shape.Rank;
        for (int axis = added; axis < shape.Rank; axis++)
        {
            expanded[axis] = Shape.Lengths[axis - added] == 1 ? 0 : strides[axis - added];
        }
        return Of(shape, expanded);
    }

    /// <summary>The same elements in another shape of as many elements, or null where no strides express it.</summary>
    internal Layout? Reshape(Shape shape)
    {
        if (IsDense || shape.ElementCount == 0) { return shape.Dense; }
        Span<int> reshaped = stackalloc int[shape.Rank];
        ReadOnlySpan<int> old = Shape.Lengths, wanted = shape.Lengths;
        for (int from = 0, to = 0; from < old.Length || to < wanted.Length;)
        {
            // The least group of old axes and of new axes with as many elements.
            int firstFrom = from, firstTo = to;
            long ofOld = from < old.Length ? old[from++] : 1, ofWanted = to < wanted.Length ? wanted[to++] : 1;
            while (ofOld != ofWanted)
            {
                if (ofOld < ofWanted) { ofOld *= old[from++]; }
                else { ofWanted *= wanted[to++]; }
            }
            if (!IsRun(firstFrom, from, out int stride)) { return null; }
            for (int axis = to - 1; axis >= firstTo; axis--)
            {
                reshaped[axis] = stride;
                stride *= wanted[axis];
            }
        }
        return Of(shape, reshaped);
    }

    // Whether some axes together step as one, and by how much.
    private bool IsRun(int first, int end, out int stride)
    {
        stride = 1;
        bool started = false;
        long next = 0;
        for (int axis = end - 1; axis >= first; axis--)
        {
            int length = Shape.Lengths[axis];
            if (length == 1) { continue; }
            if (!started) { stride = strides[axis]; }
            else if (strides[axis] != next) { return false; }
            started = true;
            next = (long)strides[axis] * length;
        }
        return true;
    }
}
