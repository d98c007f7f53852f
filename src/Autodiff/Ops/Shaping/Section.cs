using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = some of x along one axis: count elements from start on, every step-th, without a copy; dx = dy there, else 0.</summary>
/// <remarks>A negative step goes backward from the start.</remarks>
internal readonly struct Section(int axis, int start, int count, int step) : IViewRule
{
    private readonly int axis = axis;
    private readonly int start = start;
    private readonly int count = count;
    private readonly int step = step;

    public Layout View(Layout x, out int offset)
    {
        // Of nothing there is no memory to step into.
        offset = count == 0 || x.Shape.ElementCount == 0 ? 0 : start * x.Strides[axis];
        Span<int> lengths = stackalloc int[x.Shape.Rank], strides = stackalloc int[x.Shape.Rank];
        x.Shape.Lengths.CopyTo(lengths);
        x.Strides.CopyTo(strides);
        lengths[axis] = count;
        strides[axis] = count > 1 ? strides[axis] * step : strides[axis];
        return Layout.Of(Shape.Of(lengths), strides);
    }

    public override string ToString() => $"Section(axis {axis}, {count} from {start}, step {step})";
}
