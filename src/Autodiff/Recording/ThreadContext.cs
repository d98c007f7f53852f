using System.Numerics;

namespace Autodiff.Recording;

/// <summary>The flags of a thread, and the recordings open on it.</summary>
internal sealed class ThreadContext
{
    [ThreadStatic]
    private static ThreadContext? current;

    private readonly List<IRecorder> recorders = [];
    private readonly List<ArrayRecordings> levels;
    private ArrayRecordings arrays = new();
    private bool recordsArrays;

    private static int arrayThreads;

    private ThreadContext() => levels = [arrays];

    /// <summary>Whether more than one thread has ever recorded arrays.</summary>
    internal static bool AreSeveral => Volatile.Read(ref arrayThreads) > 1;

    internal static ThreadContext Current
    {
        [MethodImpl(AggressiveInlining)]
        get => current ?? Create();
    }

    internal bool IsRecording { get; set; }

    internal bool IsTraining { get; set; }

    /// <summary>Whether sweeps look for derivatives that are not finite.</summary>
    internal bool IsDetecting { get; set; }

    /// <summary>How many Record scopes are open.</summary>
    internal int RecordDepth { get; set; }

    /// <summary>How many drivers are running: each has its own recording, which scopes inside its function do not touch.</summary>
    internal int Level { get; private set; }

    /// <summary>How many recordings of scopes are open or readable; with none there is nothing to close.</summary>
    internal int RecordingCount { get; set; }

    internal void Register(IRecorder recorder) => recorders.Add(recorder);

    /// <summary>Refuses what would end a recording of arrays in the middle of its sweep.</summary>
    internal void RequireNoSweep() => arrays.RequireNoSweep();

    /// <summary>Closes what scopes of this level have recorded.</summary>
    internal void CloseRecordings()
    {
        arrays.RequireNoSweep();
        for (int i = 0; i < recorders.Count && RecordingCount > 0; i++) { recorders[i].Close(Level); }
        arrays.Close();
    }

    /// <summary>Closes what scopes of this level have recorded, and takes back its memory.</summary>
    internal void RewindRecordings()
    {
        CloseRecordings();
        arrays.Rewind();
    }

    /// <summary>The recording of arrays of one type that is open at this level.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Recording<T> ArrayRecording<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        arrays.Recording<T>() ?? OpenArrayRecording<T>();

    /// <summary>Enters the function of a driver: inside, no scope is open yet.</summary>
    internal Saved EnterDriver()
    {
        Saved saved = new(IsRecording, IsTraining, RecordDepth);
        Level++;
        arrays = ArraysAt(Level);
        IsRecording = false;
        IsTraining = false;
        RecordDepth = 0;
        return saved;
    }

    internal void LeaveDriver(Saved saved)
    {
        RewindRecordings();
        Level--;
        arrays = ArraysAt(Level);
        (IsRecording, IsTraining, RecordDepth) = (saved.IsRecording, saved.IsTraining, saved.RecordDepth);
    }

    [MethodImpl(NoInlining)]
    private static ThreadContext Create() => current = new();

    [MethodImpl(NoInlining)]
    private Recording<T> OpenArrayRecording<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!recordsArrays) { Interlocked.Increment(ref arrayThreads); }
        recordsArrays = true;
        return arrays.Open<T>(this);
    }

    private ArrayRecordings ArraysAt(int level)
    {
        while (levels.Count <= level) { levels.Add(new()); }
        return levels[level];
    }

    internal readonly record struct Saved(bool IsRecording, bool IsTraining, int RecordDepth);
}

/// <summary>Records numbers of one type on one thread.</summary>
internal interface IRecorder
{
    /// <summary>Closes the recording that scopes have opened at this level, if there is one.</summary>
    void Close(int level);
}
