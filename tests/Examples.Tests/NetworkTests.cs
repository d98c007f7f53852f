using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Examples.Tests;

public sealed class NetworkTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Exclusive_or_is_learned()
    {
        Outcome outcome = Run("--quick");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Match truth = Regex.Match(outcome.Output, "0 xor 0: (.*), 0 xor 1: (.*), 1 xor 0: (.*), 1 xor 1: (.*)");
        double[] p = [.. truth.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture))];
        Assert.Equal([0, 1, 1, 0], p.Select(value => Math.Round(value)));
        Assert.All(p, value => Assert.InRange(Math.Abs(value - Math.Round(value)), 0, 0.05));
    }

    [Fact]
    public void The_spirals_are_told_apart() => Assert.Contains("spirals: 100.0 % of the points on the right side", Run().Lines);

    // To a file or another program there are a few lines; the line that is rewritten is for terminals.
    [Fact]
    public void Progress_is_a_few_lines_of_falling_loss()
    {
        Outcome outcome = Run();
        foreach (string name in new[] { "exclusive or", "spirals" })
        {
            MatchCollection lines = Regex.Matches(outcome.Output, $@"^{name}: step (\d+) of (\d+), loss (.*)$", RegexOptions.Multiline);
            double[] losses = [.. lines.Select(line => double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture))];
            Assert.Equal(5, losses.Length);
            Assert.True(losses[^1] < losses[0] && losses[^1] < 0.01, outcome.Output);
            Assert.Equal(lines[^1].Groups[2].Value, lines[^1].Groups[1].Value);
        }
        Assert.DoesNotContain('\r', outcome.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("xor", 4)]
    [InlineData("spirals", 200)]
    public void What_was_learned_is_drawn(string name, int points)
    {
        Outcome outcome = Run("--quick");
        string path = Path.Combine(directory.Path, $"{name}.svg");
        Assert.Contains($"wrote {path}", outcome.Lines);
        XElement picture = XDocument.Load(path).Root!;
        XElement[] circles = [.. picture.Descendants().Where(element => element.Name.LocalName == "circle")];
        Assert.Equal(points, circles.Length);
        Assert.Equal(points / 2, circles.Count(circle => circle.Attribute("class")!.Value == "first"));
        XElement line = Assert.Single(picture.Descendants(), element => element.Name.LocalName == "path");
        Assert.Matches("^M [0-9. ]+ L ", line.Attribute("d")!.Value);
    }

    [Fact]
    public void The_seed_decides_every_digit()
    {
        string first = Run("--quick", "--seed", "3").Output;
        Assert.Equal(first, Run("--quick", "--seed", "3").Output);
        Assert.NotEqual(first, Run("--quick", "--seed", "4").Output);
    }

    private Outcome Run(params string[] args) => Outcome.Of([.. args, "--out", directory.Path]);
}
