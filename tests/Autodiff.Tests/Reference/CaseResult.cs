namespace Autodiff.Tests.Reference;

internal enum Outcome
{
    Passed,
    Failed,
    NotSupported,
}

/// <summary>What became of a case, why, and which part of the tolerance its largest error is.</summary>
internal readonly record struct CaseResult(Outcome Outcome, string Reason, double LargestShare = 0)
{
    public static CaseResult NotSupported(string reason) => new(Outcome.NotSupported, reason);
}
