using System.Globalization;

namespace Autodiff.Tests.Properties;

/// <summary>What a run of a property has seen.</summary>
internal sealed class Summary(ulong seed)
{
    private readonly Dictionary<string, int> discarded = [];
    private double worstFirst;
    private double worstSecond;
    private int flat;

    internal int Passed { get; private set; }

    /// <summary>The last case that failed. Only smaller ones are tried after a failure, so it is the smallest.</summary>
    internal object? Smallest { get; private set; }

    internal string? Failure { get; private set; }

    internal void Add(object sample, Verdict verdict)
    {
        if (verdict.Failure is not null) { (Smallest, Failure) = (sample, $"{sample}{Environment.NewLine}{verdict.Failure}"); }
        if (Failure is not null) { return; }
        if (verdict.Discarded is not null)
        {
            discarded[verdict.Discarded] = discarded.GetValueOrDefault(verdict.Discarded) + 1;
            return;
        }
        Passed++;
        flat += verdict.IsFlat ? 1 : 0;
        worstFirst = Math.Max(worstFirst, verdict.FirstOrderError);
        worstSecond = Math.Max(worstSecond, verdict.SecondOrderError);
    }

    public override string ToString()
    {
        int rejected = discarded.Values.Sum();
        string reasons = string.Join(", ", discarded.OrderByDescending(static pair => pair.Value).Select(static pair => $"{pair.Key} {pair.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {Passed} passed, {flat} of them flat, {rejected} discarded ({reasons}); worst error in parts of the scale "
            + $"{worstFirst:E1} in the first order, {worstSecond:E1} in the second");
    }
}
