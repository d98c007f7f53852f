using Autodiff.Tests.Reference.Arrays;
using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Reference;

/// <summary>
/// Runs the reference vectors beside the tests, or in the folder that AUTODIFF_VECTORS names, and writes one line for each family.
/// </summary>
public sealed class ReferenceVectors(ITestOutputHelper output)
{
    private const int MostShown = 25;

    // Families of the own folder of which no case may go unsupported: an operation that is lost must be noticed. So on numbers ...
    private static readonly string[] WholeOnNumbers = ["unary", "binary", "random_scalar_programs"];

    // ... and so on arrays all but these.
    private static readonly string[] Missing = ["optimisers", "schedulers", "initialisers"];

    [Fact]
    public void Every_supported_case_on_numbers_has_the_reference_value_and_derivatives() =>
        RunAll(VectorFile.ReadAll(), "numbers", OnNumbers, WholeOnNumbers.Contains);

    [Fact]
    public void Elementwise_cases_on_numbers_within_the_range_of_float_hold_in_single_precision() =>
        RunAll(
            WithinFloat(VectorFile.ReadAll().Where(file => file.Family is "unary" or "binary")),
            "numbers, float",
            (_, c) => ElementwiseRunner.RunInSinglePrecision(c),
            WholeOnNumbers.Contains);

    [Fact]
    public void Every_supported_case_on_arrays_has_the_reference_value_and_derivatives() =>
        RunAll(
            VectorFile.ReadAll(),
            "arrays",
            (family, c) => ArrayFamilies.Run<double>(family, c, Precision.Double),
            family => !Missing.Contains(family));

    [Fact]
    public void Cases_on_arrays_within_the_range_of_float_hold_in_single_precision() =>
        RunAll(
            WithinFloat(VectorFile.ReadAll()),
            "arrays, float",
            (family, c) => ArrayFamilies.Run<float>(family, c, Precision.Single),
            family => !Missing.Contains(family));

    private static IEnumerable<VectorFile> WithinFloat(IEnumerable<VectorFile> files) =>
        files.Select(file => file with { Cases = [.. file.Cases.Where(c => !c.IsTagged("extreme") && !c.IsTagged("special"))] });

    private static CaseResult OnNumbers(string family, VectorCase c) => (family, c.Op) switch
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

    private void RunAll(
        IEnumerable<VectorFile> files, string suffix, Func<string, VectorCase, CaseResult> run, Func<string, bool> isWhole)
    {
        List<string> failures = [];
        int read = 0;
        foreach (VectorFile file in files)
        {
            read += file.Cases.Count;
            CaseResult[] results = [.. file.Cases.Select(c => Guarded(() => run(file.Family, c)))];
            Write($"{file.Family} ({suffix})", results);
            bool whole = VectorFile.IsOwnFolder && isWhole(file.Family);
            failures.AddRange(file.Cases.Zip(results)
                .Where(pair => pair.Second.Outcome == Outcome.Failed || (whole && pair.Second.Outcome == Outcome.NotSupported))
                .Select(pair => $"{pair.First.Id}: {pair.Second.Reason}"));
        }

        Assert.True(read > 0, "No cases were found.");
        Assert.True(failures.Count == 0, $"{failures.Count} cases failed:\n{string.Join('\n', failures.Take(MostShown))}");
    }

    private void Write(string family, CaseResult[] results)
    {
        double share = results.Select(result => result.LargestShare).DefaultIfEmpty().Max();
        output.WriteLine(
            $"{family}: {Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.NotSupported)} not supported; "
            + $"the largest error is {share:G2} of the tolerance");
        string missing = string.Join(
            ", ",
            results.Where(result => result.Outcome == Outcome.NotSupported).CountBy(result => result.Reason).Select(pair => $"{pair.Key} {pair.Value}"));
        if (missing.Length > 0) { output.WriteLine($"  not supported: {missing}"); }

        int Count(Outcome outcome) => results.Count(result => result.Outcome == outcome);
    }
}
