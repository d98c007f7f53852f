using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Elements row by row: the memory itself where it is dense, otherwise a copy that lives until it is disposed.</summary>
internal readonly ref struct DenseElements<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[]? gathered;

    internal DenseElements(Elements<T> source)
    {
        if (source.Layout.IsDense)
        {
            Span = source.Span;
            return;
        }
        gathered = ArrayPool<T>.Shared.Rent(source.Shape.ElementCount);
        Span<T> copy = gathered.AsSpan(0, source.Shape.ElementCount);
        StridedCopy.Gather(source, 0, copy);
        Span = copy;
    }

    internal ReadOnlySpan<T> Span { get; }

    internal void Dispose()
    {
        if (gathered is not null) { ArrayPool<T>.Shared.Return(gathered); }
    }
}
