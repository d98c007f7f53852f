namespace Autodiff;

/// <summary>What one check of an operation found.</summary>
/// <param name="Check">What has to hold.</param>
/// <param name="Failure">Where it does not hold; null where it does.</param>
public sealed record OperationFinding(string Check, string? Failure)
{
    /// <summary>Whether it holds.</summary>
    public bool Passed => Failure is null;

    /// <summary>The finding in a line.</summary>
    public override string ToString() => Passed ? $"ok      {Check}" : $"FAILED  {Check}: {Failure}";
}

/// <summary>What the checks of an operation found.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Findings">One finding for each check.</param>
public sealed record OperationCheckResult(string Operation, IReadOnlyList<OperationFinding> Findings)
{
    /// <summary>Whether all checks passed.</summary>
    public bool Passed => Findings.All(finding => finding.Passed);

    /// <summary>Throws unless all checks passed; for a test of one line.</summary>
    /// <exception cref="InvalidOperationException">A check failed; the message names all that did.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed) { throw new InvalidOperationException(ToString()); }
    }

    /// <summary>A line for each check.</summary>
    public override string ToString()
    {
        int failed = Findings.Count(finding => !finding.Passed);
        string verdict = failed == 0 ? $"all {Findings.Count} checks passed" : $"{failed} of {Findings.Count} checks failed";
        return string.Join('\n', [$"{Operation}: {verdict}", .. Findings.Select(finding => $"  {finding}")]);
    }
}
