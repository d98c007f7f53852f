using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>Records the numbers of one type on one thread.</summary>
/// <remarks>
/// <para>Scopes have one recording a level, drivers one each; a recording that is open, or whose gradients may still be read,
/// keeps its block of memory, and the next one takes another block.</para>
/// <para>When its thread ends, a recorder waits for another thread: nothing that a number may point to is ever freed.</para>
/// </remarks>
internal sealed unsafe partial class ScalarRecorder<T> : IRecorder
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static ScalarRecorder<T>? current;

    // Holds on to the recorder until the thread ends, and gives it back then.
    [ThreadStatic]
    private static Lease<ScalarRecorder<T>>? lease;

    private readonly ScalarHeads<T> heads = new();
    private ScalarBlock<T>[] blocks = [new()];
    private ScalarBlock<T>?[] scopes = [null];

    internal static ScalarRecorder<T> OfThread
    {
        [MethodImpl(AggressiveInlining)]
        get => current ?? Rent();
    }

    internal ThreadContext Context { get; private set; } = ThreadContext.Current;

    /// <summary>An independent variable of the recording that the thread's scopes have open; the first variable opens it.</summary>
    internal static Scalar<T> Independent(T value)
    {
        ScalarRecorder<T> recorder = OfThread;
        if (!recorder.Context.IsRecording) { Throw.NotRecording(); }
        return recorder.OfLevel(recorder.Context.Level).Independent(value);
    }

    /// <summary>Opens a recording in a block that none occupies.</summary>
    internal ScalarBlock<T> Begin()
    {
        ScalarBlock<T>? free = BlockOf(null);
        if (free is null)
        {
            free = new();
            blocks = [.. blocks, free];
        }
        free.Occupy(heads);
        return free;
    }

    /// <summary>The block that holds a tape of this thread, or, for null, a block that holds none.</summary>
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
        ScalarBlock<T>?[] open = scopes;
        if (level < open.Length && open[level] is { } block)
        {
            block.Release();
            open[level] = null;
            Context.RecordingCount--;
        }
    }

    private static ScalarRecorder<T> Rent()
    {
        lease = new();
        ScalarRecorder<T> recorder = lease.Item;
        for (int level = 0; level < recorder.scopes.Length; level++) { recorder.Close(level); }
        recorder.Context = ThreadContext.Current;
        recorder.Context.Register(recorder);
        return current = recorder;
    }

    private ScalarBlock<T> OfLevel(int level)
    {
        if (level >= scopes.Length) { Array.Resize(ref scopes, level + 1); }
        if (scopes[level] is { } block && block.Tape->Step != 0) { return block; }
        Close(level);
        Context.RecordingCount++;
        return scopes[level] = Begin();
    }
}
