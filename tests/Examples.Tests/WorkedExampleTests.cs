using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Examples.Tests;

public sealed class WorkedExampleTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("0.25")]
    [InlineData("-1.5")]
    [InlineData("1")]
    public void Table_and_line_hold_the_symbolic_derivatives(string at)
    {
        Outcome outcome = Run("--x", at);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        double x = Read(at), a = Math.Exp(x), c = a + (a * a);
        double f = Math.Exp(c) + Math.Sin(c), dfdc = Math.Exp(c) + Math.Cos(c), dfdx = dfdc * (Math.Exp(x) + (2 * Math.Exp(x) * Math.Exp(x)));

        string[] rows = Regex.Matches(outcome.Output, "^[xabcdef]  .*$", RegexOptions.Multiline).Select(row => row.Value).ToArray();
        Assert.Equal(["x", "a", "b", "c", "d", "e", "f"], rows.Select(row => row[..1]));
        double[][] numbers = [.. rows.Select(row => Regex.Split(row.Trim(), "  +")[^3..].Select(Read).ToArray())];
        AssertClose([x, a, a * a, c, Math.Exp(c), Math.Sin(c), f], numbers.Select(row => row[0]));
        double[] adjoints = [dfdx, dfdc * (1 + (2 * a)), dfdc, dfdc, 1, 1, 1];
        AssertClose(adjoints, numbers.Select(row => row[1]));
        AssertClose(adjoints, numbers.Select(row => row[2]));

        string line = Assert.Single(outcome.Lines, line => line.StartsWith("x = ", StringComparison.Ordinal));
        Match parts = Regex.Match(line, "^x = (.*), f = (.*), df/dx = (.*), df/dc = (.*)$");
        AssertClose([x, f, dfdx, dfdc], parts.Groups.Values.Skip(1).Select(part => Read(part.Value)));
    }

    [Fact]
    public void Without_options_x_is_a_quarter() => Assert.Equal(Run("--x", "0.25").Output, Run().Output);

    [Fact]
    public void Results_that_overflow_are_shown()
    {
        string[] lines = Run("--x", "10").Lines;
        Assert.Contains("x = 10, f = Infinity, df/dx = Infinity, df/dc = Infinity", lines);
        Assert.Contains("Largest relative difference from the adjoints by hand: 0", lines);
    }

    [Fact]
    public void The_graph_is_written_for_Graphviz_and_as_a_picture()
    {
        Outcome outcome = Run();
        string dot = Path.Combine(directory.Path, "new", "worked-example.dot"), svg = Path.ChangeExtension(dot, "svg");
        Assert.Equal([$"wrote {dot}", $"wrote {svg}"], outcome.Lines.Where(line => line.StartsWith("wrote", StringComparison.Ordinal)).Take(2));
        Assert.StartsWith("digraph", File.ReadAllText(dot), StringComparison.Ordinal);
        Assert.Contains("b = Multiply(a, a)", File.ReadAllText(dot), StringComparison.Ordinal);
        XElement picture = XDocument.Load(svg).Root!;
        Assert.Equal("svg", picture.Name.LocalName);
        Assert.Contains(picture.Descendants(), element => element.Value == "b = Multiply(a, a)");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        string file = directory.Write("file", ["not a directory"]);
        Outcome outcome = Outcome.Of("--out", file);
        Assert.Equal(2, outcome.Code);
        Assert.Equal([$"{Path.Combine(file, "worked-example.dot")}: cannot be written"], outcome.ErrorLines);
    }

    private static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach ((double right, double shown) in expected.Zip(actual)) { Assert.Equal(right, shown, 1e-14 * Math.Abs(right)); }
    }

    private Outcome Run(params string[] args) => Outcome.Of([.. args, "--quick", "--out", Path.Combine(directory.Path, "new")]);
}
