namespace Autodiff.Tests.Reference;

/// <summary>Compares the results of a case with what the case expects, and gathers what differs.</summary>
internal sealed class Check
{
    private readonly List<string> differences = [];
    private double largestShare;

    public CaseResult Result => new(differences.Count == 0 ? Outcome.Passed : Outcome.Failed, string.Join("; ", differences), largestShare);

    public void That(string what, VectorArray actual, VectorArray expected, Tolerance tolerance) =>
        Add(Difference(what, actual, expected, tolerance));

    /// <summary>Where the derivative is a matter of convention, a second list of gradients is as good as the first, element by element.</summary>
    public void ThatAny(
        string what, VectorArray[] actual, VectorArray?[] expected, VectorArray?[]? alternative, Func<VectorArray, Tolerance> tolerance)
    {
        string? difference = Difference(what, actual, expected, tolerance);
        if (difference != null && alternative != null)
        {
            VectorArray?[] nearest = [.. actual.Select((array, i) => Nearest(array, expected[i], alternative[i], tolerance))];
            difference = Difference(what, actual, nearest, tolerance);
        }

        Add(difference);
    }

    private string? Difference(string what, VectorArray[] actual, VectorArray?[] expected, Func<VectorArray, Tolerance> tolerance)
    {
        if (actual.Length != expected.Length) { return $"{what}: {actual.Length} arrays, expected {expected.Length}"; }
        return actual
            .Select((array, i) => expected[i] is { } wanted ? Difference($"{what}[{i}]", array, wanted, tolerance(wanted)) : null)
            .FirstOrDefault(difference => difference != null);
    }

    private string? Difference(string what, VectorArray actual, VectorArray expected, Tolerance tolerance)
    {
        if (!actual.Shape.AsSpan().SequenceEqual(expected.Shape))
        {
            return $"{what}: shape [{string.Join(", ", actual.Shape)}], expected [{string.Join(", ", expected.Shape)}]";
        }

        if (expected.Probe is { } probe) { return probe.Difference(actual.Data, tolerance) is { } found ? $"{what}: {found}" : null; }
        for (int i = 0; i < expected.Data.Length; i++)
        {
            if (!tolerance.Accepts(actual.Data[i], expected.Data[i])) { return $"{what}: element {i} is {actual.Data[i]:R}, expected {expected.Data[i]:R}"; }
            largestShare = Math.Max(largestShare, tolerance.Share(actual.Data[i], expected.Data[i]));
        }

        return null;
    }

    // Of two expectations, for each element the one that it meets.
    private static VectorArray? Nearest(VectorArray actual, VectorArray? first, VectorArray? second, Func<VectorArray, Tolerance> tolerance)
    {
        if (first is null || second is null || first.Data.Length != actual.Data.Length) { return first; }
        return first with
        {
            Data = [.. first.Data.Select((wanted, i) => tolerance(first).Accepts(actual.Data[i], wanted) ? wanted : second.Data[i])],
        };
    }

    private void Add(string? difference)
    {
        if (difference != null) { differences.Add(difference); }
    }
}
