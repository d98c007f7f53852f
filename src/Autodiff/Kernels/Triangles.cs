using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>Copies triangles of matrices.</summary>
internal static class Triangles
{
    /// <summary>y = x at and on one side of a diagonal, else 0; or added to y, which is dense. The matrices stand in the last two axes.</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="y">Where the triangles go.</param>
    /// <param name="diagonal">How many columns the diagonal stands right of the main one.</param>
    /// <param name="isUpper">Which side.</param>
    /// <param name="accumulate">Whether to add.</param>
    internal static void Copy<T>(Elements<T> x, Elements<T> y, int diagonal, bool isUpper, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> dense = new(x);
        ReadOnlySpan<T> source = dense.Span;
        Span<T> target = y.Span;
        int rows = x.Shape[-2], columns = x.Shape[-1];
        for (int at = 0, row = 0; at < target.Length; at += columns, row = row + 1 == rows ? 0 : row + 1)
        {
            // In the lower triangle the diagonal is the last column, in the upper one the first.
            int edge = (int)Math.Clamp((long)row + diagonal + (isUpper ? 0 : 1), 0, columns);
            (int first, int end) = isUpper ? (edge, columns) : (0, edge);
            Span<T> line = target.Slice(at, columns);
            ReadOnlySpan<T> kept = source[(at + first)..(at + end)];
            if (accumulate) { TensorPrimitives.Add(line[first..end], kept, line[first..end]); }
            else
            {
                line[..first].Clear();
                kept.CopyTo(line[first..end]);
                line[end..].Clear();
            }
        }
    }
}
