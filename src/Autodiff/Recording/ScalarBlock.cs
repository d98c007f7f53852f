using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>The memory of one recording at a time: nodes, adjoints, and the terms of nodes with many arguments.</summary>
/// <remarks>
/// Nodes and adjoints are one large reservation each, which the system commits as it is first written. It is kept for the next
/// recording: a first touch costs ten times the recording of a node. It is freed only to make room for a larger one.
/// </remarks>
internal sealed unsafe partial class ScalarBlock<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int PageBytes = 1 << 21;

    // Adjoint k and node k would otherwise stand at the same offset of a page, and the processor would take one for the other.
    private const int AdjointOffsetBytes = 2048 + 64;

    private void* nodeMemory;
    private void* adjointMemory;
    private int capacity;
    private int reservedFor;
    private Scalar<T>[] numbers = [];
    private ScalarTape<T>* head;

    /// <summary>The recording that occupies the block, or null.</summary>
    internal ScalarTape<T>* Tape { get; private set; }

    internal TermList<T> Terms { get; } = new();

    /// <summary>Opens a recording here.</summary>
    internal void Occupy(ScalarHeads<T> heads)
    {
        if (reservedFor < ScalarCapacity.Wanted) { Reserve(); }
        int room = Math.Min(capacity, ScalarCapacity.Wanted);
        if (head == null || head->LastCount > int.MaxValue - room) { head = heads.Next(); }
        Terms.Clear();
        ScalarTape<T>.Open(head, (ScalarNode<T>*)nodeMemory, (T*)((byte*)adjointMemory + AdjointOffsetBytes), head->LastCount, room);
        Tape = head;
    }

    /// <summary>A new independent variable.</summary>
    internal Scalar<T> Independent(T value)
    {
        int node = Tape->Count;
        if (node >= Tape->End) { ScalarTape<T>.ThrowFull(); }
        Tape->Nodes[node] = default;
        Tape->Count = node + 1;
        return new(value, T.One, node, Tape);
    }

    /// <summary>A new independent variable for each value; their nodes are neighbours.</summary>
    internal void Independent(ReadOnlySpan<T> values, Span<Scalar<T>> variables)
    {
        ScalarTape<T>* tape = Tape;
        int node = tape->Count;
        if (values.Length > tape->End - node) { ScalarTape<T>.ThrowFull(); }
        new Span<ScalarNode<T>>(tape->Nodes + node, values.Length).Clear();
        tape->Count = node + values.Length;

        // Each is made where it stays: made elsewhere, it would be read back wider than it was written, and wait for that.
        for (int i = 0; i < values.Length; i++) { variables[i] = new(values[i], T.One, node + i, tape); }
    }

    /// <summary>Room for the inputs and outputs of a driver that records here.</summary>
    internal Span<Scalar<T>> Numbers(int count)
    {
        if (numbers.Length < count) { numbers = new Scalar<T>[count]; }
        return numbers.AsSpan(0, count);
    }

    internal void Release()
    {
        ScalarTape<T>.Close(Tape);
        Tape = null;
    }

    private void Reserve()
    {
        NativeMemory.AlignedFree(nodeMemory);
        NativeMemory.AlignedFree(adjointMemory);
        nodeMemory = null;
        adjointMemory = null;
        reservedFor = 0;
        capacity = ScalarCapacity.For(sizeof(ScalarNode<T>) + sizeof(T));
        while (!TryAllocate(capacity))
        {
            if (capacity <= ScalarCapacity.Least) { Throw.TapeMemory(typeof(T)); }
            capacity /= 2;
        }
        reservedFor = ScalarCapacity.Wanted;
    }

    private bool TryAllocate(int count)
    {
        try
        {
            nodeMemory = NativeMemory.AlignedAlloc((nuint)count * (nuint)sizeof(ScalarNode<T>), PageBytes);
            adjointMemory = NativeMemory.AlignedAlloc(((nuint)count * (nuint)sizeof(T)) + AdjointOffsetBytes, PageBytes);
            return true;
        }
        catch (OutOfMemoryException)
        {
            NativeMemory.AlignedFree(nodeMemory);
            nodeMemory = null;
            return false;
        }
    }
}
