using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A matrix of a batch that cannot be decomposed, and the first row without a pivot.</summary>
internal readonly record struct Breakdown(int Matrix, int Row);

/// <summary>Matrices in the last two axes, repeated to the leading axes of a result.</summary>
internal static class Batch
{
    /// <summary>The matrices repeated to the axes before the last two of a shape; one alone stays one.</summary>
    internal static Elements<T> Expand<T>(Elements<T> matrices, Shape batchAndMatrix)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = matrices.Shape;
        if (Count(shape) == 1) { return shape.Rank == 2 ? matrices : new(matrices.Memory, matrices.Start, Single(matrices.Layout)); }
        Span<int> lengths = stackalloc int[batchAndMatrix.Rank];
        batchAndMatrix.Lengths.CopyTo(lengths);
        (lengths[^2], lengths[^1]) = (shape[-2], shape[-1]);
        return matrices.Expand(Shape.Of(lengths));
    }

    /// <summary>The number of matrices.</summary>
    internal static int Count(Shape shape)
    {
        int count = 1;
        foreach (int length in shape.Lengths[..^2]) { count *= length; }
        return count;
    }

    private static Layout Single(Layout layout) => Layout.Of(Shape.Of(layout.Shape.Lengths[^2..]), layout.Strides[^2..]);
}
