using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>What the logits s q kᵀ + bias of an attention are made of. All arrays have the same axes before the last two.</summary>
/// <param name="Queries">q, [..., queries, d].</param>
/// <param name="Keys">k, [..., keys, d].</param>
/// <param name="Mask">What is 0 where a query does not attend to a key, [..., queries, keys]; null if each attends to all.</param>
/// <param name="Bias">What is added, [..., queries, keys]; null for nothing.</param>
/// <param name="IsCausal">Whether a query attends to the keys up to its own place only.</param>
/// <param name="Scale">The factor s.</param>
internal readonly record struct AttentionInputs<T>(
    Elements<T> Queries, Elements<T> Keys, Elements<T>? Mask, Elements<T>? Bias, bool IsCausal, T Scale)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal int QueryCount => Queries.Shape[-2];

    internal int KeyCount => Keys.Shape[-2];

    /// <summary>How many pairs of matrices there are.</summary>
    internal int Batches => CountBefore(Queries.Shape);

    /// <summary>The place of a matrix of an array, counted over all axes before the last two.</summary>
    internal static int Place(Elements<T> all, int batch)
    {
        int place = all.Start;
        ReadOnlySpan<int> lengths = all.Shape.Lengths;
        for (int axis = lengths.Length - 3; axis >= 0; batch /= lengths[axis], axis--) { place += batch % lengths[axis] * all.Layout.Strides[axis]; }
        return place;
    }

    private static int CountBefore(Shape shape)
    {
        int count = 1;
        foreach (int length in shape.Lengths[..^2]) { count *= length; }
        return count;
    }
}
