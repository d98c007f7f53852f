using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = parts of x along some axes, which a cut to one element removes, without a copy; dx = dy there, else 0.</summary>
/// <remarks>The cuts stand in the rule itself, not in an array, so that a slice makes no garbage.</remarks>
internal readonly struct Slicing(Cuts cuts, int count) : IViewRule
{
    private readonly Cuts cuts = cuts;
    private readonly int count = count;

    public Layout View(Layout x, out int offset)
    {
        offset = 0;
        int rank = x.Shape.Rank;
        Span<int> lengths = stackalloc int[rank], strides = stackalloc int[rank];
        x.Shape.Lengths.CopyTo(lengths);
        x.Strides.CopyTo(strides);
        ReadOnlySpan<Cut> all = ((ReadOnlySpan<Cut>)cuts)[..count];
        foreach (Cut cut in all)
        {
            if (cut.Count > 0) { offset += cut.Start * strides[cut.Axis]; }
            lengths[cut.Axis] = cut.Step == 0 ? Gone : cut.Count;
            if (cut.Count > 1) { strides[cut.Axis] *= cut.Step; }
        }
        int left = 0;
        for (int axis = 0; axis < rank; axis++)
        {
            if (lengths[axis] == Gone) { continue; }
            (lengths[left], strides[left]) = (lengths[axis], strides[axis]);
            left++;
        }
        return Layout.Of(Shape.Of(lengths[..left]), strides[..left]);
    }

    public override string ToString()
    {
        List<string> parts = [];
        foreach (Cut cut in ((ReadOnlySpan<Cut>)cuts)[..count]) { parts.Add(cut.ToString()); }
        return $"Slicing({string.Join("; ", parts)})";
    }

    private const int Gone = -1;
}

/// <summary>Some elements along one axis: count of them from start on, every step-th; with a step of 0 it is one, and the axis goes.</summary>
internal readonly record struct Cut(int Axis, int Start, int Count, int Step)
{
    /// <summary>Whether all of an axis of this length is taken as it is.</summary>
    internal bool IsAll(int length) => Step == 1 && Start == 0 && Count == length;

    public override string ToString() => Step == 0 ? $"axis {Axis}: {Start}" : $"axis {Axis}: {Count} from {Start}, step {Step}";
}

/// <summary>The cuts of one view; who cuts more axes makes more views.</summary>
[InlineArray(Capacity)]
internal struct Cuts
{
    internal const int Capacity = 4;

    private Cut first;
}
