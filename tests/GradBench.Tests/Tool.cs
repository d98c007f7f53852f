using System.Text.Json;
using GradBench.Protocol;
using Xunit;

namespace GradBench.Tests;

/// <summary>Talks to the program as an eval does, without a process in between.</summary>
internal static class Tool
{
    internal static JsonElement Answer(string line) => JsonDocument.Parse(Session.Answer(line)).RootElement;

    internal static JsonElement Ask(object message) => Answer(JsonSerializer.Serialize(message));

    internal static JsonElement Evaluate(string module, string function, object input) => Ask(new { id = 1, kind = "evaluate", module, function, input });

    internal static JsonElement Output(string module, string function, object input)
    {
        JsonElement answer = Evaluate(module, function, input);
        Assert.True(answer.GetProperty("success").GetBoolean(), answer.ToString());
        return answer.GetProperty("output");
    }

    internal static double Number(string module, string function, object input) => Output(module, function, input).GetDouble();

    /// <summary>All numbers of a result, in the order in which they stand.</summary>
    internal static double[] Numbers(string module, string function, object input) => [.. Flatten(Output(module, function, input))];

    internal static IEnumerable<double> Flatten(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Flatten),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Flatten(property.Value)),
        _ => [element.GetDouble()],
    };
}
