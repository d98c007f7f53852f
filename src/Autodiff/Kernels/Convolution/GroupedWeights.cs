using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The weights of a convolution with the axes [groups, outputs of a group, channels of a group, kernel...].</summary>
internal readonly ref struct GroupedWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Elements<T> elements;

    private GroupedWeights(Elements<T> elements) => this.elements = elements;

    internal int Outputs => elements.Shape[1];

    internal int Channels => elements.Shape[2];

    internal int Length => elements.Layout.Length;

    internal bool IsEmpty => Length == 0;

    /// <summary>Whether no weight is infinite or NaN.</summary>
    internal bool AreFinite
    {
        get
        {
            using Operand<T> weights = new(elements, elements.Shape);
            Vector<T> zeros = Vector<T>.Zero;
            bool finite = true;
            for (Chunk at = Chunk.First(Length); !at.IsEmpty; at = at.Next(Length))
            {
                ReadOnlySpan<T> some = weights[at];
                for (; some.Length >= Vector<T>.Count; some = some[Vector<T>.Count..]) { zeros += new Vector<T>(some) * Vector<T>.Zero; }
                foreach (T each in some) { finite &= T.IsFinite(each); }
            }
            return finite && Vector.EqualsAll(zeros, Vector<T>.Zero);
        }
    }

    /// <summary>Weights [outputs, channels per group, kernel...].</summary>
    internal static GroupedWeights<T> Of(Elements<T> weights, KernelWindows windows)
    {
        int rank = weights.Shape.Rank + 1;
        Span<int> lengths = stackalloc int[rank], strides = stackalloc int[rank];
        weights.Shape.Lengths.CopyTo(lengths[1..]);
        weights.Layout.Strides.CopyTo(strides[1..]);
        (lengths[0], lengths[1]) = (windows.Groups, lengths[1] / windows.Groups);
        strides[0] = lengths[1] * strides[1];
        return new(new(weights.Memory, weights.Start, Layout.Of(Shape.Of(lengths), strides)));
    }

    /// <summary>The same for the way back: outputs and channels have changed places, and the taps stand in reverse order.</summary>
    internal static GroupedWeights<T> Turned(Elements<T> weights, KernelWindows windows)
    {
        Elements<T> grouped = Of(weights, windows).elements;
        int rank = grouped.Shape.Rank, start = grouped.Start;
        Span<int> lengths = stackalloc int[rank], strides = stackalloc int[rank];
        grouped.Shape.Lengths.CopyTo(lengths);
        grouped.Layout.Strides.CopyTo(strides);
        (lengths[1], lengths[2], strides[1], strides[2]) = (lengths[2], lengths[1], strides[2], strides[1]);
        for (int axis = 3; axis < rank && grouped.Layout.Length > 0; axis++)
        {
            start += (lengths[axis] - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }
        return new(new(grouped.Memory, start, Layout.Of(Shape.Of(lengths), strides)));
    }

    /// <summary>
    /// For each group, and each tap of the first axis if the patches slide, the matrix of outputs by rows of the patches; the memory serves where the
    /// weights do not stand so.
    /// </summary>
    internal ReadOnlySpan<T> Pack(PatchPlan plan, T[] memory)
    {
        Elements<T> ordered = Ordered(plan);
        if (ordered.Layout.IsDense) { return ordered.Span; }
        Elements<T> packed = new(memory, 0, ordered.Shape.Dense);
        StridedCopy.Copy(ordered, packed, accumulate: false);
        return packed.Span;
    }

    /// <summary>Writes sums, or adds them: for each group and tap that slides, a matrix of rows of the patches by outputs.</summary>
    internal void Add(T[] sums, PatchPlan plan, bool accumulate)
    {
        Elements<T> ordered = Ordered(plan);
        int rank = ordered.Shape.Rank, outputs = plan.Slid > 1 ? 2 : 1;
        Span<int> strides = stackalloc int[rank];
        ordered.Shape.Dense.Strides.CopyTo(strides);
        foreach (ref int stride in strides[(outputs + 1)..]) { stride *= Outputs; }
        strides[outputs] = 1;
        StridedCopy.Copy(new Elements<T>(sums, 0, Layout.Of(ordered.Shape, strides)), ordered, accumulate);
    }

    // [groups, outputs, channels, kernel...], or [groups, first axis of the kernel, outputs, channels, other axes].
    private Elements<T> Ordered(PatchPlan plan)
    {
        if (plan.Slid == 1) { return elements; }
        int rank = elements.Shape.Rank;
        Span<int> lengths = stackalloc int[rank], strides = stackalloc int[rank];
        elements.Shape.Lengths.CopyTo(lengths);
        elements.Layout.Strides.CopyTo(strides);
        (lengths[1], lengths[2], lengths[3]) = (lengths[3], lengths[1], lengths[2]);
        (strides[1], strides[2], strides[3]) = (strides[3], strides[1], strides[2]);
        return new(elements.Memory, elements.Start, Layout.Of(Shape.Of(lengths), strides));
    }
}
