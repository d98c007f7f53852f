using System.Diagnostics;

namespace Products;

/// <summary>Times an action: the best of many batches, each long enough for the clock.</summary>
internal static class Clock
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(100);

    /// <summary>Nanoseconds of one call.</summary>
    internal static double Best(Action action, TimeSpan duration)
    {
        int batch = 1;
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        do
        {
            long from = Stopwatch.GetTimestamp();
            for (int i = 0; i < batch; i++) { action(); }
            TimeSpan spent = Stopwatch.GetElapsedTime(from);

            // A batch shorter than the clock can tell says nothing.
            if (spent < Shortest) { batch *= 2; }
            else { best = Math.Min(best, spent.TotalNanoseconds / batch); }
        }
        while (double.IsInfinity(best) || Stopwatch.GetElapsedTime(start) < duration);
        return best;
    }
}
