namespace Autodiff.Tests.Reference;

internal enum Outcome
{
    Passed,
    Failed,
    NotSupported,
}

/// <summary>What became of a case, and why.</summary>
internal readonly record struct CaseResult(Outcome Outcome, string Reason)
{
    public static CaseResult NotSupported(string reason) => new(Outcome.NotSupported, reason);
}
