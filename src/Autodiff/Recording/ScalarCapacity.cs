namespace Autodiff.Recording;

/// <summary>How many nodes a tape of numbers may hold.</summary>
internal static class ScalarCapacity
{
    internal const int Least = 1 << 12;

    // Half of the node indices that a head has.
    internal const int Most = 1 << 30;

    private const int Default = 1 << 27;

    // Windows charges a reservation of this kind against the commit limit at once; elsewhere memory counts when it is written.
    private const int DefaultOnWindows = 1 << 24;

    internal static int Wanted { get; set; } = OperatingSystem.IsWindows() ? DefaultOnWindows : Default;

    /// <summary>What is wanted, but no more than three quarters of the memory there is: the tape's own error comes before the system's.</summary>
    internal static int For(int bytesPerNode)
    {
        long fitting = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3 / bytesPerNode;
        return (int)Math.Clamp(fitting, Least, Wanted);
    }
}
