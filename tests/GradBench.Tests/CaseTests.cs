using System.Text.Json;
using Xunit;

namespace GradBench.Tests;

/// <summary>Replays cases with known results from the folder that the environment variable AUTODIFF_GRADBENCH names, if there is one.</summary>
public sealed class CaseTests
{
    private const double Tolerance = 1e-8;

    [Theory]
    [MemberData(nameof(ProtocolTests.Modules), MemberType = typeof(ProtocolTests))]
    public void The_cases_of_an_eval_give_the_results_expected(string module)
    {
        if (Environment.GetEnvironmentVariable("AUTODIFF_GRADBENCH") is not { Length: > 0 } folder) { return; }
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(folder, $"{module}.jsonl")))
        {
            number++;
            using JsonDocument @case = JsonDocument.Parse(line);
            JsonElement root = @case.RootElement;
            JsonElement output = Tool.Output(module, root.GetProperty("function").GetString()!, root.GetProperty("input"));
            AssertNear(root.GetProperty("expected"), output, $"{module}, case {number}");
        }
        Assert.NotEqual(0, number);
    }

    private static void AssertNear(JsonElement expected, JsonElement actual, string where)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{where} is of the kind {actual.ValueKind}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{where} has {actual.GetArrayLength()} elements");
                for (int i = 0; i < expected.GetArrayLength(); i++) { AssertNear(expected[i], actual[i], $"{where}[{i}]"); }
                break;
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(item => item.Name).Order(), actual.EnumerateObject().Select(item => item.Name).Order());
                foreach (JsonProperty item in expected.EnumerateObject()) { AssertNear(item.Value, actual.GetProperty(item.Name), $"{where}.{item.Name}"); }
                break;
            default:
                Assert.True(Near.Error(expected.GetDouble(), actual.GetDouble()) <= Tolerance, $"{where} is {actual}, and was to be {expected}");
                break;
        }
    }
}
