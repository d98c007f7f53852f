using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>
/// The head of one recording: what a number needs in order to record. Unmanaged, so that a number may point to it; each recording
/// has its own, so that the pointer tells recordings apart.
/// </summary>
/// <remarks>
/// A closed head is turned into a tape of constants: it records into one node that nobody reads, always at index 0, without a
/// branch in the operator that would say so.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct ScalarTape<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal int Count;
    internal int Capacity;
    internal int Step;          // 1; and 0 once closed
    internal RecordingState State;
    internal ScalarNode<T>* Nodes;
    internal T* Adjoints;
    internal int SweptCount;    // how many nodes the last sweep saw

    internal static void Open(ScalarTape<T>* tape, ScalarNode<T>* nodes, T* adjoints, int capacity)
    {
        nodes[0] = default;
        tape->Count = 1;
        tape->Capacity = capacity;
        tape->Step = 1;
        tape->State = RecordingState.Open;
        tape->Nodes = nodes;
        tape->Adjoints = adjoints;
        tape->SweptCount = 0;
    }

    internal static void Close(ScalarTape<T>* tape, RecordingState state)
    {
        tape->Count = 0;
        tape->Capacity = 1;
        tape->Step = 0;
        tape->State = state;
        tape->Nodes = (ScalarNode<T>*)ConstantTape.Sink;
    }

    // Must not return: a call that returns, even one never made, would make every operator keep its registers in memory.
    [DoesNotReturn]
    internal static void ThrowFull() => Throw.TapeFull(typeof(T));

    [DoesNotReturn]
    internal static void ThrowMixed() => Throw.RecordingsMixed(typeof(T));
}
