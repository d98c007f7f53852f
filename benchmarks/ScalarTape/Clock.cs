using System.Diagnostics;

namespace ScalarTape;

/// <summary>Times a step: nanoseconds of one, in a round of many.</summary>
internal static class Clock
{
    // Results go where the compiler cannot see that nobody reads them.
    private static double sink;

    internal static double Round(Func<double> step, TimeSpan duration)
    {
        int count = 0, batch = 1;
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        do
        {
            long from = Stopwatch.GetTimestamp();
            for (int i = 0; i < batch; i++) { sink += step(); }
            TimeSpan spent = Stopwatch.GetElapsedTime(from);
            best = Math.Min(best, spent.TotalNanoseconds / batch);
            count += batch;
            if (spent < TimeSpan.FromMicroseconds(500)) { batch *= 2; }
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        return best;
    }
}
