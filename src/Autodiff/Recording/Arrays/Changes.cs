namespace Autodiff.Recording;

/// <summary>Counts the updates of arrays in the process: the clock of the version counters.</summary>
internal static class Changes
{
    private static long count;

    /// <summary>How many there have been.</summary>
    internal static long Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Volatile.Read(ref count);
    }

    /// <summary>Counts one more.</summary>
    internal static long Next() => Interlocked.Increment(ref count);
}
