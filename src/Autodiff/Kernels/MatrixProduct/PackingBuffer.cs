using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>The memory of a thread for packed blocks: it grows, is kept, and goes with the thread.</summary>
internal static unsafe class PackingBuffer
{
    /// <summary>A line of the cache, and the widest lane.</summary>
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? memory;

    /// <summary>Memory for a number of elements, with any content, aligned to a line. The next call may give the same.</summary>
    internal static T* Get<T>(nint count)
        where T : unmanaged
    {
        nint bytes = checked((count * sizeof(T)) + Alignment);
        if (memory is null || memory.Length < bytes) { memory = GC.AllocateUninitializedArray<byte>(checked((int)bytes), pinned: true); }
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        return (T*)((address + Alignment - 1) & -Alignment);
    }
}
