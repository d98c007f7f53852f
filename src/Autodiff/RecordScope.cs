using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// A stretch of code in which recording and training are switched on or off; on exit, also by an exception, both are as before.
/// </summary>
/// <remarks>A ref struct: to hold it across an await, and so on another thread, does not compile.</remarks>
public readonly ref struct RecordScope
{
    private readonly ThreadContext context;
    private readonly bool wasRecording;
    private readonly bool wasTraining;
    private readonly int wasDepth;

    internal RecordScope(bool recording, bool training, bool counts)
    {
        context = ThreadContext.Current;
        wasRecording = context.IsRecording;
        wasTraining = context.IsTraining;
        wasDepth = context.RecordDepth;
        context.IsRecording = recording;
        context.IsTraining = training;
        if (counts && context.RecordDepth++ == 0) { context.RewindRecordings(); }
    }

    /// <summary>Restores both flags.</summary>
    public void Dispose()
    {
        context.IsRecording = wasRecording;
        context.IsTraining = wasTraining;
        context.RecordDepth = wasDepth;
    }
}
