using System.Globalization;
using TrainingSteps;

// dotnet run -c Release --project benchmarks/TrainingSteps -- [--quick] [THREADS] [NAME...]
//
// A line a workload: NAME thr=N min X us median Y us S samples/s, first second Z us. The engine computes on one thread;
// for another number of threads there is a message and no line.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
List<string> words = [.. args];
Clock clock = words.Remove("--quick") ? Clock.Quick : Clock.Thorough;
if (words.Count > 0 && int.TryParse(words[0], out int threads))
{
    if (threads != 1)
    {
        Console.Error.WriteLine($"A step runs on 1 thread, so nothing is measured for {threads}.");
        return 2;
    }
    words.RemoveAt(0);
}

Workload[] all = [.. Networks.All(), .. Chains.All()];
string[] unknown = [.. words.Except(all.Select(workload => workload.Name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"No workload is called {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(workload => workload.Name))}.");
    return 2;
}
foreach (Workload workload in all.Where(workload => words.Count == 0 || words.Contains(workload.Name)))
{
    Measurement time = clock.Measure(workload.Start());
    Console.WriteLine(
        $"{workload.Name,-34} thr=1 min {time.Least,10:F2} us  median {time.Median,10:F2} us  {workload.Samples / time.Median * 1e6,12:F0} samples/s"
        + $"  first second {time.FirstSecond,10:F2} us");
}
return 0;
