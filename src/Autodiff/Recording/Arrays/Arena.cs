using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Recording;

/// <summary>Memory handed out front to back and taken back all at once; each piece begins at a cache line.</summary>
/// <remarks>The slabs are kept when the arena is rewound, so a loop that records the same again allocates nothing.</remarks>
internal sealed class Arena<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int FirstSlab = 1 << 15;
    private const int LineBytes = 64;

    private T[][] slabs = [];
    private T[] current = [];
    private int slab = -1;
    private int used;

    private static int Line => LineBytes / Unsafe.SizeOf<T>();

    /// <summary>A piece of at least that many elements, which hold anything.</summary>
    [MethodImpl(AggressiveInlining)]
    internal T[] Allocate(int length, out int start)
    {
        start = used;
        long end = (long)start + length + (-length & (Line - 1));
        if (end > current.Length) { return AllocateFromNext(length, out start); }
        used = (int)end;
        return current;
    }

    /// <summary>Takes every piece back.</summary>
    internal void Rewind()
    {
        if (slabs.Length > 0) { Enter(0); }
    }

    [MethodImpl(NoInlining)]
    private T[] AllocateFromNext(int length, out int start)
    {
        int next = slab + 1;
        while (next < slabs.Length && slabs[next].Length < length + (2 * Line)) { next++; }
        if (next >= slabs.Length)
        {
            long wanted = Math.Max(2L * (slabs.Length == 0 ? FirstSlab / 2 : slabs[^1].Length), (long)length + (2 * Line));
            T[] added = GC.AllocateUninitializedArray<T>((int)Math.Min(wanted, Array.MaxLength), pinned: true);
            slabs = [.. slabs, added];
            next = slabs.Length - 1;
        }
        Enter(next);
        return Allocate(length, out start);
    }

    // Pinned, so the first element at a cache line stays at one.
    private unsafe void Enter(int index)
    {
        slab = index;
        current = slabs[index];
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(current));
        used = (int)((-address & (LineBytes - 1)) / Unsafe.SizeOf<T>());
    }
}
