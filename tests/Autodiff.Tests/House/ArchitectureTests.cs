using System.Text.RegularExpressions;
using Xunit;

namespace Autodiff.Tests.House;

/// <summary>Rules of the house that the compiler does not know. Each fails with the file's name.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 160;

    private static readonly string[] Everything = ["src", "tests", "benchmarks", "examples"];

    // A value type in use: Scalar<, Dual<, Traced<, Variable<, or the companion Scalar.Function.
    [GeneratedRegex(@"\b(Scalar|Dual|Traced|Variable)(<|\.[A-Z])")]
    private static partial Regex Value { get; }

    [GeneratedRegex(@"struct \w+(\([^)]*\))? : I(Unary|Binary)Rule")]
    private static partial Regex Rule { get; }

    private static void NoneOf(IEnumerable<string> files, Func<string, bool> breaks, string rule)
    {
        string[] breaking = [.. files.Where(file => breaks(Code(file))).Select(Repository.Name)];
        Assert.True(breaking.Length == 0, $"{rule}: {string.Join(", ", breaking)}");
    }

    // Without comments: they may name what the code may not.
    private static string Code(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static string[] OperationNames() =>
        [.. Repository.Sources("src/Autodiff/Ops/Elementwise").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Fact]
    public void Kernels_name_no_value_no_tape_and_no_driver() =>
        NoneOf(
            Repository.Sources("src/Autodiff/Kernels"),
            code => Value.IsMatch(code) || code.Contains("Autodiff.Recording", StringComparison.Ordinal) || code.Contains("Autograd", StringComparison.Ordinal),
            "a kernel names a value or a tape");

    [Fact]
    public void Recording_and_kernels_name_no_operation()
    {
        Regex operation = new($@"(default\(|new )({string.Join('|', OperationNames())})\b");
        NoneOf(Repository.Sources("src/Autodiff/Recording", "src/Autodiff/Kernels"), operation.IsMatch, "a tape or a kernel names an operation");
    }

    [Fact]
    public void Rules_know_nothing_of_tapes_and_numbers() =>
        NoneOf(
            Repository.Sources("src/Autodiff/Ops/Elementwise"),
            code => Value.IsMatch(code) || code.Contains("Recording", StringComparison.Ordinal),
            "a rule names a number or a tape");

    [Fact]
    public void An_operation_is_one_file_named_after_it() =>
        Assert.All(
            Repository.Sources("src/Autodiff/Ops/Elementwise"),
            file => Assert.True(
                Rule.Count(Code(file)) == 1 && Code(file).Contains($"struct {Path.GetFileNameWithoutExtension(file)}", StringComparison.Ordinal),
                $"{Repository.Name(file)} does not hold the one rule it is named after."));

    [Fact]
    public void Every_rule_says_its_formula_and_derivative_first() =>
        Assert.All(
            Repository.Sources("src/Autodiff/Ops/Elementwise"),
            file => Assert.True(
                Regex.IsMatch(File.ReadAllText(file), @"/// <summary>[yθ] = .*; ?.*d[yθ]/d"),
                $"{Repository.Name(file)}: the first doc sentence must read y = ...; dy/dx = ..."));

    [Fact]
    public void Rules_are_declared_nowhere_else() =>
        NoneOf(
            Repository.Sources("src").Where(file => !Repository.Name(file).Contains("Ops/Elementwise", StringComparison.Ordinal)),
            Rule.IsMatch,
            "a rule outside Ops/Elementwise");

    [Fact]
    public void Autodiff_does_not_name_networks() =>
        NoneOf(Repository.Sources("src/Autodiff"), code => code.Contains("Autodiff.Nn", StringComparison.Ordinal), "the engine names the networks");

    [Fact]
    public void The_engine_reads_no_clock_no_console_no_culture_and_no_own_random_numbers() =>
        NoneOf(
            Repository.Sources("src"),
            code => Regex.IsMatch(code, @"\b(DateTime|Stopwatch|Console|CurrentCulture|Environment\.Tick|Random\.Shared|new Random)\b"),
            "a library reads its surroundings");

    [Fact]
    public void Files_and_lines_stay_short()
    {
        string[] breaking =
        [
            .. from file in Repository.Sources(Everything)
               let lines = File.ReadAllLines(file)
               where lines.Length > LongestFile || lines.Any(line => line.Length > LongestLine)
               select $"{Repository.Name(file)} ({lines.Length} lines, longest {lines.Max(line => line.Length)})",
        ];
        Assert.True(breaking.Length == 0, $"longer than {LongestFile} lines or {LongestLine} characters: {string.Join(", ", breaking)}");
    }

    [Fact]
    public void Nothing_is_skipped_stubbed_or_swallowed() =>
        NoneOf(
            Repository.Sources(Everything).Where(file => !file.EndsWith("ArchitectureTests.cs", StringComparison.Ordinal)),
            code => Regex.IsMatch(code, @"NotImplementedException|Skip *= *""|\b(TODO|FIXME|HACK)\b|catch *(\(Exception[^)]*\))? *\{ *\}"),
            "unfinished work");
}
