using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The matrices in the last two axes of an operand, with strides from 0 on: each of those that are flipped is put in order first.</summary>
internal readonly ref struct OrderedMatrices<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] memory;
    private readonly Layout? flipped;
    private readonly T[]? copy;

    internal OrderedMatrices(Elements<T> operand)
    {
        memory = operand.Memory;
        (Row, Column) = (operand.Layout.Strides[^2], operand.Layout.Strides[^1]);
        if (Row >= 0 && Column >= 0) { return; }
        Shape shape = Shape.Of(operand.Shape[-2], operand.Shape[-1]);
        flipped = operand.Shape.Rank == 2 ? operand.Layout : Layout.Of(shape, operand.Layout.Strides[^2..]);
        copy = ArrayPool<T>.Shared.Rent(shape.ElementCount);
        (Row, Column) = (shape[1], 1);
    }

    /// <summary>The stride from row to row.</summary>
    internal int Row { get; }

    /// <summary>The stride from column to column.</summary>
    internal int Column { get; }

    /// <summary>The matrix that starts at a place of the memory, until the next one is asked for.</summary>
    internal ReadOnlySpan<T> At(int start)
    {
        // A matrix without elements may start behind everything.
        if (flipped is null) { return memory.AsSpan(Math.Min(start, memory.Length)); }
        Span<T> ordered = copy.AsSpan(0, flipped.Length);
        StridedCopy.Gather(new(memory, start, flipped), 0, ordered);
        return ordered;
    }

    internal void Dispose()
    {
        if (copy is not null) { ArrayPool<T>.Shared.Return(copy); }
    }
}
