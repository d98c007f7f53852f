using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>Records the numbers of one type on one thread.</summary>
/// <remarks>
/// <para>Scopes have one recording a level, drivers one each; a recording that is open, or whose gradients may still be read,
/// keeps its block of memory, and the next one takes another block.</para>
/// <para>Heads come from a ring, so that a number of an old recording meets a closed head and not the memory of a newer recording. When its
/// thread ends, a recorder waits for another thread: nothing that a number may point to is ever freed.</para>
/// </remarks>
internal sealed unsafe partial class ScalarRecorder<T> : IRecorder
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int HeadCount = 1 << 16;

    [ThreadStatic]
    private static Lease<ScalarRecorder<T>>? lease;

    private readonly ScalarTape<T>* heads = AllocateHeads();
    private readonly List<ScalarBlock<T>> blocks = [];
    private readonly List<ScalarBlock<T>?> scopes = [];
    private int nextHead;

    internal static ScalarRecorder<T> OfThread
    {
        [MethodImpl(AggressiveInlining)]
        get => lease is { } held ? held.Item : Rent();
    }

    /// <summary>An independent variable of the recording that the thread's scopes have open, which the first one opens.</summary>
    internal static Scalar<T> Independent(T value)
    {
        ThreadContext context = ThreadContext.Current;
        if (!context.IsRecording) { Throw.NotRecording(); }
        return OfThread.OfLevel(context.Level).Independent(value);
    }

    /// <summary>Opens a recording in a block that none occupies.</summary>
    internal ScalarBlock<T> Begin()
    {
        ScalarBlock<T>? block = blocks.Find(static candidate => candidate.Tape == null);
        if (block is null)
        {
            block = new();
            blocks.Add(block);
        }
        nextHead = (nextHead + 1) & (HeadCount - 1);
        block.Occupy(heads + nextHead);
        return block;
    }

    /// <summary>The block that holds a tape of this thread, or null.</summary>
    internal ScalarBlock<T>? BlockOf(ScalarTape<T>* tape)
    {
        foreach (ScalarBlock<T> block in blocks)
        {
            if (block.Tape == tape) { return block; }
        }
        return null;
    }

    public void Close(int level)
    {
        if (level < scopes.Count && scopes[level] is { } block)
        {
            block.Release();
            scopes[level] = null;
        }
    }

    private static ScalarRecorder<T> Rent()
    {
        lease = new();
        lease.Item.CloseAll();
        ThreadContext.Current.Register(lease.Item);
        return lease.Item;
    }

    private static ScalarTape<T>* AllocateHeads()
    {
        nuint size = (nuint)sizeof(ScalarTape<T>);
        return (ScalarTape<T>*)NativeMemory.AlignedAlloc(HeadCount * size, size);
    }

    private void CloseAll()
    {
        for (int level = 0; level < scopes.Count; level++) { Close(level); }
    }

    private ScalarBlock<T> OfLevel(int level)
    {
        while (scopes.Count <= level) { scopes.Add(null); }
        if (scopes[level] is { } block && block.Tape->Step != 0) { return block; }
        Close(level);
        return scopes[level] = Begin();
    }
}
