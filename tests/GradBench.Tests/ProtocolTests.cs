using System.Text.Json;
using GradBench.Protocol;
using Xunit;

namespace GradBench.Tests;

public sealed class ProtocolTests
{
    public static TheoryData<string> Modules => ["hello", "ba", "det", "gmm", "ht", "kmeans", "llsq", "lse", "lstm", "ode", "particle", "saddle"];

    [Fact]
    public void A_conversation_answers_each_line_with_a_line_and_ends_with_the_input()
    {
        string[] messages =
        [
            """{"id": 0, "kind": "start", "eval": "hello"}""",
            """{"id": 1, "kind": "define", "module": "hello"}""",
            """{"id": 2, "kind": "evaluate", "module": "hello", "function": "square", "input": 3.0}""",
            "{",
            """{"id": "four", "kind": "analysis", "of": 2, "valid": true}""",
        ];
        using StringWriter output = new();
        Session.Run(new StringReader(string.Join('\n', messages)), output);
        string[] answers = output.ToString().Split('\n');
        Assert.Equal("""{"id":0,"tool":"autodiff"}""", answers[0]);
        Assert.Equal("""{"id":1,"success":true}""", answers[1]);
        Assert.StartsWith("""{"id":2,"success":true,"output":9,"timings":[{"name":"prepare","nanoseconds":""", answers[2], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":null,"success":false,"error":"not JSON""", answers[3], StringComparison.Ordinal);
        Assert.Equal("""{"id":"four"}""", answers[4]);
        Assert.Equal([""], answers[5..]);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_eval_is_defined(string module) => Assert.True(Tool.Ask(new { id = 1, kind = "define", module }).GetProperty("success").GetBoolean());

    [Fact]
    public void An_unknown_module_is_refused_by_name()
    {
        AssertRefused(Tool.Ask(new { id = 1, kind = "define", module = "fft" }), "there is no module 'fft'");
        AssertRefused(Tool.Evaluate("fft", "gradient", 1), "there is no module 'fft'");
    }

    [Fact]
    public void An_unknown_function_is_refused_with_the_known_ones() =>
        AssertRefused(Tool.Evaluate("lse", "hessian", new { x = new[] { 1.0 } }), "'lse' has no function 'hessian', only primal, gradient");

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("""{"id": 1, "kind": "start" """, "not JSON")]
    [InlineData("[1]", "not an object")]
    [InlineData("""{"id": 1}""", "no 'kind'")]
    [InlineData("""{"id": 1, "kind": 3}""", "no 'kind'")]
    [InlineData("""{"id": 1, "kind": "stop"}""", "'stop'")]
    [InlineData("""{"id": 1, "kind": "define"}""", "no 'module'")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "hello", "input": 1}""", "no 'function'")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "hello", "function": "square"}""", "no 'input'")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "hello", "function": "square", "input": [1]}""", "not a finite number")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "hello", "function": "square", "input": 1e999}""", "not a finite number")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "hello", "function": "square", "input": 1e200}""", "JSON cannot express")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "lse", "function": "primal", "input": 1}""", "input is not an object")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "lse", "function": "primal", "input": {"x": [1, "2"]}}""", "input.x is not a finite number")]
    [InlineData("""{"id": 1, "kind": "evaluate", "module": "lse", "function": "primal", "input": {"x": [1], "min_runs": "2"}}""", "input.min_runs")]
    public void A_malformed_message_is_refused_with_a_reason(string line, string reason) => AssertRefused(Tool.Answer(line), reason);

    [Fact]
    public void A_refusal_leaves_no_trace()
    {
        var input = new { A = new[] { 2.0, 1, 1, 3 }, ell = 2 };
        double[] before = Tool.Numbers("det", "gradient", input);
        AssertRefused(Tool.Evaluate("det", "gradient", new { A = new[] { 2.0, 1, 1 }, ell = 2 }), "input.A has 3 elements");
        Assert.Equal(before, Tool.Numbers("det", "gradient", input));
    }

    [Fact]
    public void A_function_runs_until_runs_and_time_are_reached_and_each_run_is_timed()
    {
        JsonElement byRuns = Tool.Evaluate("lse", "gradient", new { x = new[] { 1.0, 2 }, min_runs = 5, min_seconds = 0 });
        Assert.Equal(["prepare", .. Enumerable.Repeat("evaluate", 5)], Names(byRuns));
        JsonElement byTime = Tool.Evaluate("lse", "gradient", new { x = new[] { 1.0, 2 }, min_runs = 1, min_seconds = 0.05 });
        double[] times = [.. byTime.GetProperty("timings").EnumerateArray().Skip(1).Select(timing => timing.GetProperty("nanoseconds").GetDouble())];
        Assert.True(times.Sum() >= 0.05e9 && times.SkipLast(1).Sum() < 0.05e9);
    }

    private static IEnumerable<string?> Names(JsonElement answer) =>
        answer.GetProperty("timings").EnumerateArray().Select(timing => timing.GetProperty("name").GetString());

    private static void AssertRefused(JsonElement answer, string reason)
    {
        Assert.False(answer.GetProperty("success").GetBoolean());
        Assert.Contains(reason, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
