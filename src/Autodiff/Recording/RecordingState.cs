namespace Autodiff.Recording;

/// <summary>Where a recording stands in its life.</summary>
internal enum RecordingState
{
    /// <summary>Records.</summary>
    Open,

    /// <summary>Swept with its graph retained: gradients may be read, and it still records and sweeps.</summary>
    Retained,

    /// <summary>Swept: gradients may be read, its numbers are constants.</summary>
    Swept,

    /// <summary>Discarded, or replaced by a newer recording: its numbers are constants without gradients.</summary>
    Closed,
}
