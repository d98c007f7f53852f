using System.Diagnostics;

namespace ScalarTape;

/// <summary>Times a step: nanoseconds of one, in a round of many.</summary>
internal static class Clock
{
    // Results go where the compiler cannot see that nobody reads them.
    private static double sink;

    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(200);

    internal static double Round(Func<double> step, TimeSpan duration)
    {
        int batch = 1;
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        do
        {
            long from = Stopwatch.GetTimestamp();
            for (int i = 0; i < batch; i++) { sink += step(); }
            TimeSpan spent = Stopwatch.GetElapsedTime(from);

            // A batch shorter than the clock can tell says nothing.
            if (spent < Shortest) { batch *= 2; }
            else { best = Math.Min(best, spent.TotalNanoseconds / batch); }
        }
        while (double.IsInfinity(best) || Stopwatch.GetElapsedTime(start) < duration);
        return best;
    }
}
