using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>The head of a tape: what a number needs in order to record. Unmanaged, so that a number may point to it.</summary>
/// <remarks>
/// <para>Node indices go on from one recording to the next, though the memory is the same: recording r has the nodes Base ... Count - 1, and its
/// pointers are shifted so that index k finds its place. A number of an older recording is so known by its index, and is a constant. When the
/// indices are used up the block takes another head.</para>
/// <para>A closed head is turned into a tape of constants: it records into one node that nobody reads, always at index 0, without a branch in the
/// operator that would say so.</para>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct ScalarTape<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal int Count;         // the index of the next node
    internal int End;           // the index that no longer fits
    internal int Step;          // 1; and 0 once closed
    internal ScalarNode<T>* Nodes;
    internal T* Adjoints;
    internal int Base;          // the index of the sink for constants, the first node of the memory
    internal int LastCount;     // Count when the recording was closed
    internal int SweptCount;    // Count when it was last swept

    internal static void Open(ScalarTape<T>* tape, ScalarNode<T>* nodes, T* adjoints, int first, int capacity)
    {
        tape->Count = first + 1;
        tape->End = first + capacity;
        tape->Step = 1;
        tape->Nodes = nodes - first;
        tape->Adjoints = adjoints - first;
        tape->Base = first;
        tape->SweptCount = first;
    }

    internal static void Close(ScalarTape<T>* tape)
    {
        if (tape->Step != 0) { tape->LastCount = tape->Count; }
        tape->Count = 0;
        tape->End = 2;      // room for a node of three arguments, which takes two places
        tape->Step = 0;
        tape->Nodes = (ScalarNode<T>*)ConstantTape.Sink;
    }

    // Must not return: a call that returns, even one never made, would make every operator keep its registers in memory.
    [DoesNotReturn]
    internal static void ThrowFull() => Throw.TapeFull(typeof(T));

    [DoesNotReturn]
    internal static void ThrowMixed() => Throw.RecordingsMixed(typeof(T));
}
