using System.Diagnostics;

namespace TrainingSteps;

/// <summary>Microseconds of a step.</summary>
/// <param name="Least">The least mean of a batch of steps.</param>
/// <param name="Median">The median of those means.</param>
/// <param name="FirstSecond">The mean over the first second, in which the JIT still works.</param>
internal sealed record Measurement(double Least, double Median, double FirstSecond);

/// <summary>Times steps: a first second, a time to warm up, then batches.</summary>
internal sealed class Clock(TimeSpan first, TimeSpan warmUp, TimeSpan batch, int batches)
{
    // The JIT recompiles what is called often, in the background and in several tiers: two seconds see the last of it.
    public static Clock Thorough { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(150), 9);

    public static Clock Quick { get; } = new(TimeSpan.FromMilliseconds(5), TimeSpan.Zero, TimeSpan.FromMilliseconds(2), 2);

    public Measurement Measure(Action step)
    {
        double firstSecond = Repeat(step, first);
        int steps = Math.Max(1, (int)(batch.TotalMicroseconds / Repeat(step, warmUp + batch)));
        double[] means = new double[batches];
        for (int i = 0; i < means.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int k = 0; k < steps; k++) { step(); }
            means[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
        }
        Array.Sort(means);
        return new(means[0], means[means.Length / 2], firstSecond);
    }

    private static double Repeat(Action step, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        do
        {
            step();
            count++;
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
