using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A source of chunks: the memory itself where it is dense, otherwise a place to gather them in.</summary>
internal readonly ref struct Operand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Elements<T> elements;
    private readonly T[]? gathered;
    private readonly bool isConstant;

    internal Operand(Elements<T> source, Shape shape)
    {
        elements = source.Expand(shape);
        if (elements.Layout.IsDense) { return; }
        gathered = ArrayPool<T>.Shared.Rent(Chunk.Capacity);
        isConstant = source.Shape.ElementCount == 1;
        if (isConstant) { gathered.AsSpan(0, Math.Min(shape.ElementCount, Chunk.Capacity)).Fill(source.Memory[source.Start]); }
    }

    internal ReadOnlySpan<T> this[Chunk chunk]
    {
        get
        {
            if (gathered is null) { return chunk.Of(elements.Span); }
            Span<T> place = gathered.AsSpan(0, chunk.Length);
            if (!isConstant) { StridedCopy.Gather(elements, chunk.Start, place); }
            return place;
        }
    }

    internal void Dispose()
    {
        if (gathered is not null) { ArrayPool<T>.Shared.Return(gathered); }
    }
}
