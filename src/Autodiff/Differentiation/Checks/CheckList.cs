namespace Autodiff.Differentiation;

/// <summary>Checks that are run one after the other; what each found is noted, and the next goes on.</summary>
internal sealed class CheckList
{
    private readonly List<OperationFinding> findings = [];

    internal IReadOnlyList<OperationFinding> Findings => findings;

    /// <summary>Runs a check, which throws where something is wrong. An exception of the operation itself is a failure like others.</summary>
    internal void Run(string name, Action check)
    {
        string? failure = null;
        try
        {
            check();
        }
        catch (Mismatch mismatch)
        {
            failure = mismatch.Message;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            failure = $"{error.GetType().Name}: {error.Message}";
        }
        findings.Add(new(name, failure));
    }
}
