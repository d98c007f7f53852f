using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>The elements of an array: memory, the place of the first element in it, and where the others stand from there.</summary>
internal readonly struct Elements<T>(T[] memory, int start, Layout layout)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal T[] Memory { get; } = memory;

    internal int Start { get; } = start;

    internal Layout Layout { get; } = layout;

    internal Shape Shape => Layout.Shape;

    /// <summary>The elements row by row. The layout must be dense.</summary>
    internal Span<T> Span
    {
        [MethodImpl(AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Memory), Start), Layout.Length);
    }

    /// <summary>The same elements, repeated to a shape that they broadcast to.</summary>
    internal Elements<T> Expand(Shape shape) => new(Memory, Start, Layout.Expand(shape));
}
