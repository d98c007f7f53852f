namespace Autodiff.Recording;

/// <summary>The flags of a thread, and the recordings open on it.</summary>
internal sealed class ThreadContext
{
    [ThreadStatic]
    private static ThreadContext? current;

    private readonly List<IRecorder> recorders = [];

    internal static ThreadContext Current => current ??= new();

    internal bool IsRecording { get; set; }

    internal bool IsTraining { get; set; }

    /// <summary>How many Record scopes are open.</summary>
    internal int RecordDepth { get; set; }

    /// <summary>How many drivers are running: each has its own recording, which scopes inside its function do not touch.</summary>
    internal int Level { get; private set; }

    /// <summary>How many recordings of scopes are open or readable; with none there is nothing to close.</summary>
    internal int RecordingCount { get; set; }

    internal void Register(IRecorder recorder) => recorders.Add(recorder);

    /// <summary>Closes what scopes of this level have recorded.</summary>
    internal void CloseRecordings()
    {
        for (int i = 0; i < recorders.Count && RecordingCount > 0; i++) { recorders[i].Close(Level); }
    }

    /// <summary>Enters the function of a driver: inside, no scope is open yet.</summary>
    internal Saved EnterDriver()
    {
        Saved saved = new(IsRecording, IsTraining, RecordDepth);
        Level++;
        IsRecording = false;
        IsTraining = false;
        RecordDepth = 0;
        return saved;
    }

    internal void LeaveDriver(Saved saved)
    {
        CloseRecordings();
        Level--;
        (IsRecording, IsTraining, RecordDepth) = (saved.IsRecording, saved.IsTraining, saved.RecordDepth);
    }

    internal readonly record struct Saved(bool IsRecording, bool IsTraining, int RecordDepth);
}

/// <summary>Records numbers of one type on one thread.</summary>
internal interface IRecorder
{
    /// <summary>Closes the recording that scopes have opened at this level, if there is one.</summary>
    void Close(int level);
}
