using System.Text.Json;
using Xunit;

namespace GradBench.Tests;

public sealed class SizeTests
{
    [Theory]
    [InlineData("llsq", "gradient", """{"x": [1, 2], "n": 1}""", "input.n is 1, and has to be at least 2")]
    [InlineData("llsq", "gradient", """{"x": [1, 2], "n": 2.5}""", "input.n is not a whole number")]
    [InlineData("llsq", "primal", """{"x": [], "n": 5}""", "without coefficients")]
    [InlineData("llsq", "primal", """{"n": 5}""", "input has no 'x'")]
    [InlineData("lse", "gradient", """{"x": []}""", "no terms")]
    [InlineData("lse", "gradient", """{"x": [[1]]}""", "input.x is not a finite number")]
    [InlineData("det", "gradient", """{"A": [1, 2, 3], "ell": 2}""", "input.A has 3 elements, and has to have 4")]
    [InlineData("det", "primal", """{"A": [], "ell": 0}""", "input.ell is 0")]
    [InlineData("det", "primal", """{"A": [], "ell": 40}""", "40! minors are too many")]
    [InlineData("ode", "gradient", """{"x": [1], "s": 0}""", "input.s is 0")]
    [InlineData("ode", "primal", """{"x": [], "s": 1}""", "without unknowns")]
    [InlineData("gmm", "jacobian", """{"d": 2, "k": 1, "n": 1, "m": 0, "gamma": 1, "alpha": [1, 2]}""", "input.alpha has 2 elements, and has to have 1")]
    [InlineData("gmm", "objective", """{"d": 2, "k": 1, "n": 1, "m": 0, "gamma": 1, "alpha": [1], "mu": [[1]]}""", "input.mu is 1 x 1, and has to be 1 x 2")]
    [InlineData("gmm", "objective", """{"d": 100000, "k": 1, "n": 1, "m": 0, "gamma": 1}""", "overflow")]
    [InlineData("gmm", "objective", """{"d": 0, "k": 1, "n": 1, "m": 0, "gamma": 1}""", "input.d is 0")]
    [InlineData("kmeans", "dir", """{"points": [[1, 2]], "centroids": []}""", "1 points and 0 centroids")]
    [InlineData("kmeans", "dir", """{"points": [[1, 2]], "centroids": [[1]]}""", "points of 2 coordinates, centroids of 1")]
    [InlineData("kmeans", "cost", """{"points": [[1, 2], [3]], "centroids": [[1, 2]]}""", "points[1] has 1 numbers, where input.points[0] has 2")]
    [InlineData("kmeans", "dir", """{"points": [[1]], "centroids": [[1], [9]]}""", "JSON cannot express")]
    [InlineData("lstm", "jacobian", """{"main_params": [[1, 2, 3, 4]]}""", "input.main_params is 1 x 4, and not 2 l x 4 b")]
    [InlineData("lstm", "objective", """{"main_params": [[1, 2, 3, 4], [1, 2, 3, 4]], "extra_params": [[1], [1]]}""", "is 2 x 1, and has to be 3 x 1")]
    [InlineData("ba", "jacobian", """{"n": 0, "m": 1, "p": 1}""", "input.n is 0")]
    [InlineData("ba", "jacobian", """{"n": 1, "m": 1, "p": 2000000000}""", "too many for one array")]
    [InlineData("ba", "jacobian", """{"n": 3000000000, "m": 1, "p": 1}""", "input.n is not a whole number of 32 bits")]
    [InlineData("ba", "objective", """{"n": 1, "m": 1, "p": 1, "cam": [1, 2]}""", "input.cam has 2 elements, and has to have 11")]
    [InlineData("ht", "jacobian", """{"theta": [1], "us": [], "data": {"model": {"bone_count": 3}}}""", "22 bones")]
    [InlineData("particle", "rr", """{}""", "input has no 'w'")]
    [InlineData("saddle", "rr", """{"start": [1]}""", "input.start has 1 elements, and has to have 2")]
    public void An_impossible_size_is_refused_with_a_reason(string module, string function, string input, string reason)
    {
        JsonElement answer = Tool.Evaluate(module, function, JsonDocument.Parse(input).RootElement);
        Assert.False(answer.GetProperty("success").GetBoolean());
        Assert.Contains(reason, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_one_character_has_nothing_to_foretell()
    {
        double[][] one = [[1.0]], gates = [[1.0, 2, 3, 4], [1.0, 2, 3, 4]];
        var input = new { main_params = gates, extra_params = new[] { one[0], one[0], one[0] }, state = new[] { one[0], one[0] }, sequence = one };
        Assert.Contains("at least 2 rows", Tool.Evaluate("lstm", "objective", input).GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
