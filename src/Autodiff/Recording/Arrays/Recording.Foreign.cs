using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <content>What is due to operations that are not the library's own: they may throw at any time, and call anything.</content>
internal sealed partial class Recording<T>
{
    /// <summary>
    /// Whether the open recording holds such an operation. Its sweeps keep copies of the gradients that they write, for the case that they fail.
    /// </summary>
    internal bool HoldsForeign { get; private set; }

    /// <summary>The node whose pull is being recorded, in a sweep that is to be differentiated again.</summary>
    internal Node<T>? PulledAndRecorded { get; set; }

    /// <summary>Begins such an operation.</summary>
    /// <returns>Where its nodes begin, for <see cref="TakeBack"/>.</returns>
    internal int BeginForeign()
    {
        HoldsForeign |= context.IsRecording;
        return count;
    }

    /// <summary>Forgets the nodes of an operation that failed. Within a pull the sweep does so itself.</summary>
    internal void TakeBack(int start)
    {
        if (IsSweeping) { return; }
        for (int position = start; position < count; position++) { nodes[position].IsTracked = false; }
        count = Math.Min(count, start);
    }

    /// <summary>Refuses what would end the recording in the middle of a sweep.</summary>
    internal void RequireNoSweep()
    {
        if (IsSweeping || PulledAndRecorded is not null) { Throw.EndsRecordingWithinPull(); }
    }
}
