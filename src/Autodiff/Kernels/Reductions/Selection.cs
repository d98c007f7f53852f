using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>One element of each line along an axis.</summary>
internal static class Selection
{
    /// <summary>Writes the elements that the indices name, in the order of the other axes.</summary>
    internal static void Pick<T>(Elements<T> source, int axis, ReadOnlySpan<int> indices, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> elements = new(source);
        AlongAxis walk = new(source.Shape, axis);
        for (int i = 0; i < target.Length; i++) { target[i] = elements.Span[Place(walk, indices, i)]; }
    }

    /// <summary>Adds numbers to the elements that the indices name.</summary>
    internal static void Add<T>(ReadOnlySpan<T> picked, int axis, ReadOnlySpan<int> indices, Elements<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AlongAxis walk = new(target.Shape, axis);
        Span<T> elements = target.Span;
        for (int i = 0; i < picked.Length; i++) { elements[Place(walk, indices, i)] += picked[i]; }
    }

    private static int Place(AlongAxis walk, ReadOnlySpan<int> indices, int line)
    {
        (int group, int column) = Math.DivRem(line, walk.Step);
        return (((group * walk.Length) + indices[line]) * walk.Step) + column;
    }
}
