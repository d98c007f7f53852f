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
    private readonly bool wasDetecting;
    private readonly int wasDepth;

    internal RecordScope(bool recording, bool training, bool counts, bool detecting = false)
    {
        context = ThreadContext.Current;
        if (counts && context.RecordDepth == 0) { context.RequireNoSweep(); }
        wasRecording = context.IsRecording;
        wasTraining = context.IsTraining;
        wasDetecting = context.IsDetecting;
        wasDepth = context.RecordDepth;
        context.IsRecording = recording;
        context.IsTraining = training;
        context.IsDetecting |= detecting;
        if (counts && context.RecordDepth++ == 0) { context.RewindRecordings(); }
    }

    /// <summary>Restores the flags.</summary>
    public void Dispose()
    {
        context.IsRecording = wasRecording;
        context.IsTraining = wasTraining;
        context.IsDetecting = wasDetecting;
        context.RecordDepth = wasDepth;
    }
}
