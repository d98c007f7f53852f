using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the diagonal of the matrices x, which stand in the last two axes, without a copy; dx = dy there, else 0.</summary>
internal readonly struct Diagonal(int offset) : IViewRule
{
    private readonly int offset = offset;

    public Layout View(Layout x, out int offset)
    {
        ReadOnlySpan<int> lengths = x.Shape.Lengths, strides = x.Strides;
        int row = Math.Max(-this.offset, 0), column = Math.Max(this.offset, 0);
        int count = Math.Max(Math.Min(lengths[^2] - row, lengths[^1] - column), 0);
        offset = count == 0 ? 0 : (row * strides[^2]) + (column * strides[^1]);
        Span<int> left = stackalloc int[lengths.Length - 1], steps = stackalloc int[lengths.Length - 1];
        lengths[..^2].CopyTo(left);
        strides[..^2].CopyTo(steps);
        left[^1] = count;
        steps[^1] = strides[^2] + strides[^1];
        return Layout.Of(Shape.Of(left), steps);
    }

    public override string ToString() => RuleName.With(nameof(Diagonal), offset);
}
