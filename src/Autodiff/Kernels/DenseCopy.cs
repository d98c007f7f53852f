using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Elements row by row: the memory itself where it is dense, otherwise a copy for as long as this lives.</summary>
internal readonly ref struct DenseCopy<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[]? copied;

    internal DenseCopy(Elements<T> elements)
    {
        if (elements.Layout.IsDense)
        {
            Span = elements.Span;
            return;
        }
        copied = ArrayPool<T>.Shared.Rent(elements.Shape.Length);
        Span<T> place = copied.AsSpan(0, elements.Shape.Length);
        StridedCopy.Gather(elements, 0, place);
        Span = place;
    }

    internal ReadOnlySpan<T> Span { get; }

    internal void Dispose()
    {
        if (copied is not null) { ArrayPool<T>.Shared.Return(copied); }
    }
}
