using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>What a backward loop loads and stores.</summary>
internal static class LaneSource
{
    /// <summary>A lane of a source if the rule reads it, else nothing: the JIT knows the answer, but would not remove a dead load.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Load<R, T>(Reads reads, Reads wanted, ref T source, nint i)
        where R : struct, ILane<R, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (reads & wanted) != 0 ? R.Load(ref Unsafe.Add(ref source, i)) : default;

    /// <summary>The same for the last, partial lane.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Load<R, T>(Reads reads, Reads wanted, ReadOnlySpan<T> source, int start)
        where R : struct, ILane<R, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (reads & wanted) != 0 ? Load<R, T>(source, start) : default;

    /// <summary>The last, partial lane of a source.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Load<R, T>(ReadOnlySpan<T> source, int start)
        where R : struct, ILane<R, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        R.Load(in source[start], source.Length - start);

    /// <summary>Writes or adds the product of an adjoint and a derivative to the last, partial lane.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Pull<R, T>(R adjoint, R partial, Span<T> target, bool accumulate)
        where R : struct, ILane<R, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        R pulled = R.Propagate(adjoint, partial);
        ref T first = ref MemoryMarshal.GetReference(target);
        R.Store(accumulate ? R.Load(ref first, target.Length) + pulled : pulled, ref first, target.Length);
    }

    /// <summary>A source that is read must have the length of the destination.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Require(Reads reads, Reads wanted, int length, int expected)
    {
        if ((reads & wanted) != 0) { ArgumentOutOfRangeException.ThrowIfNotEqual(length, expected); }
    }
}
