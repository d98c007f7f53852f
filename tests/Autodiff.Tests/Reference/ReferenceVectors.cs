using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Reference;

/// <summary>
/// Runs the reference vectors beside the tests, or in the folder that AUTODIFF_VECTORS names, and writes one line for each family.
/// </summary>
public sealed class ReferenceVectors(ITestOutputHelper output)
{
    private const int MostShown = 25;

    [Fact]
    public void Every_supported_case_has_the_reference_value_and_derivatives()
    {
        List<string> failures = [];
        foreach (VectorFile file in VectorFile.ReadAll())
        {
            CaseResult[] results = [.. file.Cases.Select(c => Run(file.Family, c))];
            output.WriteLine($"{file.Family}: {Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.NotSupported)} not supported");
            failures.AddRange(results.Select((result, i) => (result, file.Cases[i])).Where(pair => pair.result.Outcome == Outcome.Failed)
                .Select(pair => $"{pair.Item2.Id}: {pair.result.Reason}"));

            int Count(Outcome outcome) => results.Count(result => result.Outcome == outcome);
        }

        Assert.True(failures.Count == 0, $"{failures.Count} cases failed:\n{string.Join('\n', failures.Take(MostShown))}");
    }

    private static CaseResult Run(string family, VectorCase c)
    {
        try
        {
            return (family, c.Op) switch
            {
                ("unary" or "binary", _) => ElementwiseRunner.Run(c),
                ("random_scalar_programs", _) or ("second_order", "hessian") => FunctionRunner.Run(c),
                ("second_order", "nth_derivative") => DerivativesRunner.Run(c),
                ("second_order", _) => ElementwiseRunner.Run(c),
                _ => CaseResult.NotSupported(c.Op),
            };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(Outcome.Failed, exception.ToString());
        }
    }
}
