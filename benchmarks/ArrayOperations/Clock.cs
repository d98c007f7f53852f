using System.Diagnostics;

namespace ArrayOperations;

/// <summary>Times a call: nanoseconds, the median of some batches after a time to warm up.</summary>
internal sealed class Clock(TimeSpan batch, int batches)
{
    private const int WarmUpBatches = 4;

    public double Measure(Action call)
    {
        int calls = 1;
        while (Time(call, calls) < batch.TotalNanoseconds) { calls *= 2; }
        for (int i = 0; i < WarmUpBatches; i++) { Time(call, calls); }
        double[] times = [.. Enumerable.Range(0, batches).Select(_ => Time(call, calls) / calls)];
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Time(Action call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) { call(); }
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
