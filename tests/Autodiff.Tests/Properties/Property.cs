using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit;

namespace Autodiff.Tests.Properties;

/// <summary>
/// Runs a property. AUTODIFF_TREES says how many cases (1000 by default), AUTODIFF_SEED repeats a run; without it every run
/// has a seed of its own, which a failure names.
/// </summary>
internal static class Property
{
    private const int DefaultCases = 1000;
    private const double MostDiscarded = 0.6;

    internal static int Cases { get; } =
        Environment.GetEnvironmentVariable("AUTODIFF_TREES") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultCases;

    internal static ulong Seed { get; } =
        Environment.GetEnvironmentVariable("AUTODIFF_SEED") is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64();

    /// <summary>Judges so many cases that were not discarded; where one fails, the test fails with the smallest that fails like it.</summary>
    internal static Summary Check<T>(Arbitrary<T> arbitrary, Func<T, Verdict> judge)
        where T : notnull
    {
        Summary summary = Run(arbitrary, judge, Cases, Seed);
        string end = $"{Environment.NewLine}{summary}{Environment.NewLine}AUTODIFF_SEED={Seed} AUTODIFF_TREES={Cases} repeats the run.";
        Assert.True(summary.Failure is null, summary.Failure + end);
        Assert.True(summary.Passed >= Cases, $"More than {MostDiscarded:P0} of the cases were discarded, so the rest shows little." + end);
        return summary;
    }

    /// <summary>The same without an opinion on the result.</summary>
    internal static Summary Run<T>(Arbitrary<T> arbitrary, Func<T, Verdict> judge, int cases, ulong seed)
        where T : notnull
    {
        Summary summary = new(seed);
        Config config = Config.Quick
            .WithMaxTest(cases)
            .WithMaxRejected((int)(cases * MostDiscarded / (1 - MostDiscarded)))
            .WithReplay(new Replay(new Rnd(seed), FSharpOption<int>.None))
            .WithRunner(new Silent());
        Prop.ForAll(arbitrary, sample => Judge(sample)).Check(config);
        return summary;

        FsCheck.Property Judge(T sample)
        {
            Verdict verdict = JudgeOrCatch(sample, judge);
            summary.Add(sample, verdict);
            return (verdict.Failure is null).When(verdict.Discarded is null);
        }
    }

    // An exception is a failure like any other, to be shrunk.
    private static Verdict JudgeOrCatch<T>(T sample, Func<T, Verdict> judge)
    {
        try
        {
            return judge(sample);
        }
        catch (Exception error)
        {
            return new(Failure: error.ToString());
        }
    }

    /// <summary>Says nothing and throws nothing: the summary knows, for the last case that failed is the smallest.</summary>
    private sealed class Silent : IRunner
    {
        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult result)
        {
        }
    }
}
