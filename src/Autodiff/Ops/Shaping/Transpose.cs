using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x with two axes exchanged, without a copy; dx = dy with the same axes exchanged.</summary>
/// <remarks>The axes exist; negative ones count from the end.</remarks>
internal readonly struct Transpose(int first, int second) : IViewRule
{
    private readonly int first = first;
    private readonly int second = second;

    public Layout View(Layout x, out int offset)
    {
        offset = 0;
        Span<int> lengths = stackalloc int[x.Shape.Rank], strides = stackalloc int[x.Shape.Rank];
        x.Shape.Lengths.CopyTo(lengths);
        x.Strides.CopyTo(strides);
        int one = first < 0 ? first + lengths.Length : first, other = second < 0 ? second + lengths.Length : second;
        (lengths[one], lengths[other]) = (lengths[other], lengths[one]);
        (strides[one], strides[other]) = (strides[other], strides[one]);
        return Layout.Of(Shape.Of(lengths), strides);
    }

    public override string ToString() => $"Transpose({first}, {second})";
}
