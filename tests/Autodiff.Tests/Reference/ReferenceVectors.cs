using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Reference;

/// <summary>
/// Runs the reference vectors beside the tests, or in the folder that AUTODIFF_VECTORS names, and writes one line for each family.
/// </summary>
public sealed class ReferenceVectors(ITestOutputHelper output)
{
    private const int MostShown = 25;

    // Families of the own folder of which no case may go unsupported: an operation that is lost must be noticed.
    private static readonly string[] Whole = ["unary", "binary", "random_scalar_programs"];

    [Fact]
    public void Every_supported_case_has_the_reference_value_and_derivatives() => RunAll(VectorFile.ReadAll(), string.Empty, Run);

    [Fact]
    public void Elementwise_cases_within_the_range_of_float_hold_in_single_precision() =>
        RunAll(
            from file in VectorFile.ReadAll()
            where file.Family is "unary" or "binary"
            select file with { Cases = [.. file.Cases.Where(c => !c.IsTagged("extreme") && !c.IsTagged("special"))] },
            " (float)",
            (_, c) => ElementwiseRunner.RunInSinglePrecision(c));

    private void RunAll(IEnumerable<VectorFile> files, string suffix, Func<string, VectorCase, CaseResult> run)
    {
        List<string> failures = [];
        int read = 0;
        foreach (VectorFile file in files)
        {
            read += file.Cases.Count;
            CaseResult[] results = [.. file.Cases.Select(c => Guarded(() => run(file.Family, c)))];
            string family = file.Family + suffix;
            output.WriteLine($"{family}: {Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.NotSupported)} not supported");
            bool whole = VectorFile.IsOwnFolder && Whole.Contains(file.Family);
            failures.AddRange(file.Cases.Zip(results)
                .Where(pair => pair.Second.Outcome == Outcome.Failed || (whole && pair.Second.Outcome == Outcome.NotSupported))
                .Select(pair => $"{pair.First.Id}: {pair.Second.Reason}"));

            int Count(Outcome outcome) => results.Count(result => result.Outcome == outcome);
        }

        Assert.True(read > 0, "No cases were found.");
        Assert.True(failures.Count == 0, $"{failures.Count} cases failed:\n{string.Join('\n', failures.Take(MostShown))}");
    }

    private static CaseResult Run(string family, VectorCase c) => (family, c.Op) switch
    {
        ("unary" or "binary", _) => ElementwiseRunner.Run(c),
        ("random_scalar_programs", _) or ("second_order", "hessian") => FunctionRunner.Run(c),
        ("second_order", "nth_derivative") => DerivativesRunner.Run(c),
        ("second_order", _) => ElementwiseRunner.Run(c),
        _ => CaseResult.NotSupported(c.Op),
    };

    private static CaseResult Guarded(Func<CaseResult> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(Outcome.Failed, exception.ToString());
        }
    }
}
