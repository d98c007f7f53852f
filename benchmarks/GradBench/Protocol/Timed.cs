using System.Diagnostics;

namespace GradBench.Protocol;

/// <summary>A result, and how many nanoseconds its preparation and each run took.</summary>
internal sealed record Timed(object Output, long Preparation, IReadOnlyList<long> Runs)
{
    /// <summary>Runs until both a number of runs and a time are reached.</summary>
    internal static Timed Run(Func<Func<object>> prepare, int minimalRuns, double minimalSeconds)
    {
        long start = Stopwatch.GetTimestamp(), total = 0;
        Func<object> function = prepare();
        long preparation = NanosecondsSince(start);
        List<long> runs = [];
        object output;
        do
        {
            start = Stopwatch.GetTimestamp();
            output = function();
            runs.Add(NanosecondsSince(start));
            total += runs[^1];
        }
        while (runs.Count < minimalRuns || total < minimalSeconds * 1e9);
        return new(output, preparation, runs);
    }

    // Not through TimeSpan, which counts in hundreds of nanoseconds.
    private static long NanosecondsSince(long start) => (long)((Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency));
}
