using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x with its axes in another order, without a copy: axis k of y is axis axes[k] of x; dx = dy with its axes back in place.</summary>
internal readonly struct Permute(int[] axes) : IViewRule
{
    private readonly int[] axes = axes;

    public Layout View(Layout x, out int offset)
    {
        offset = 0;
        Span<int> lengths = stackalloc int[axes.Length], strides = stackalloc int[axes.Length];
        for (int k = 0; k < axes.Length; k++)
        {
            lengths[k] = x.Shape.Lengths[axes[k]];
            strides[k] = x.Strides[axes[k]];
        }
        return Layout.Of(Shape.Of(lengths), strides);
    }

    public override string ToString() => $"Permute([{string.Join(", ", axes)}])";
}
