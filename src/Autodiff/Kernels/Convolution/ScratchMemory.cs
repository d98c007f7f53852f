using System.Buffers;

namespace Autodiff.Kernels;

/// <summary>Memory for the time of one operation, from the pool that all share.</summary>
internal readonly ref struct ScratchMemory<T>(int length)
    where T : unmanaged
{
    internal T[] Array { get; } = ArrayPool<T>.Shared.Rent(length);

    internal void Dispose() => ArrayPool<T>.Shared.Return(Array);
}
