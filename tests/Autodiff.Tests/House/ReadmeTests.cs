using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Autodiff.Tests.House;

/// <summary>Every snippet of the README and of docs/own-operations.md stands in a file that is compiled, and is run here.</summary>
public sealed partial class ReadmeTests
{
    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet { get; }

    private static string Flat(string code) => Regex.Replace(code, @"\s+", " ").Trim();

    [Theory]
    [InlineData("README.md", "ReadmeSnippets.cs")]
    [InlineData("docs/own-operations.md", "OwnOperationSnippets.cs")]
    public void Every_snippet_stands_in_the_compiled_file(string document, string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");
        string compiled = Flat(File.ReadAllText(Path.Combine(Repository.Root, "tests/Autodiff.Tests/House", file)));
        string[] snippets = [.. Snippet.Matches(text).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.True(compiled.Contains(Flat(snippet), StringComparison.Ordinal), $"Not compiled:\n{snippet}"));
    }

    [Fact]
    public void Every_link_of_the_documents_leads_to_a_file()
    {
        foreach (string document in (string[])["README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")])
        {
            string path = Path.Combine(Repository.Root, document);
            foreach (Match link in Regex.Matches(File.ReadAllText(path), @"\]\((?!http)([^)#]+)\)"))
            {
                string target = Path.Combine(Path.GetDirectoryName(path)!, link.Groups[1].Value);
                Assert.True(File.Exists(target), $"{document} links to {link.Groups[1].Value}, which does not exist.");
            }
        }
    }

    [Fact]
    public void The_snippets_run_and_say_what_the_text_says()
    {
        // Numbers, not letters: the last digit of exp and sin depends on the platform.
        MatchCollection numbers = Regex.Matches(ReadmeSnippets.WorkedExample(), @"= ([-.\d]+)");
        double[] printed = [.. numbers.Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal([18.986471231791093, 81.5541124068288, 17.800869318065494, 1], printed, static (a, b) => Math.Abs(a - b) <= 1e-13 * Math.Abs(a));
        (double value, double slope, double tangent, double second, string table) = ReadmeSnippets.Generic();
        Assert.Equal(18.986471231791093, value, 1e-13);
        Assert.Equal(slope, tangent, 1e-13 * slope);
        double a = Math.Exp(0.25), c = a + (a * a), inner = a + (2 * a * a);
        Assert.Equal(((Math.Exp(c) - Math.Sin(c)) * inner * inner) + ((Math.Exp(c) + Math.Cos(c)) * (a + (4 * a * a))), second, 1e-10);
        Assert.Contains("Exp", table, StringComparison.Ordinal);
        (double[] gradient, double[,] hessian, double[] product, GradientCheckResult check) = ReadmeSnippets.Drivers();
        Assert.Equal(-215.6, gradient[0], 1e-10);
        Assert.Equal((hessian[1, 0] * 1.0) + (hessian[1, 1] * 0.5), product[1], 1e-10);
        Assert.True(check.Passed, check.ToString());
        (Lanes[] gradients, double derivative) = ReadmeSnippets.Points();
        Assert.Equal(gradient[0], gradients[0][0], 1e-10);
        Assert.Equal(Enumerable.Range(1, 1000).Sum(static k => Math.Sin(k) / k), derivative, 1e-11);
        double logit = (0.2 * 0.1) - (0.9 * 0.3) + (0.4 * 0.5);
        Assert.Equal(Math.Log(1 + Math.Exp(logit)) - logit, ReadmeSnippets.Spans(), 1e-14);
    }

    [Fact]
    public void The_snippets_of_own_operations_run_and_pass_their_checks()
    {
        Variable<double> w = Variable.Create([0.5, -1], 2).AttachGradient();
        (double value, double slope, double[] gradient) = OwnOperationSnippets.Apply(w);
        Assert.Equal(2 * (1 - Math.Exp(-0.0625)), value, 1e-15);
        Assert.Equal(0.5 * Math.Exp(-0.0625), slope, 1e-15);
        Assert.Equal([slope, -Math.Exp(-0.25)], gradient, (a, b) => Math.Abs(a - b) < 1e-15);
        (Shape elementwise, Shape whole) = OwnOperationSnippets.Apply(Variable.Ones<double>(3, 2), Variable.Zeros<double>(4, 2));
        Assert.Equal((Shape.Of(3, 2), Shape.Of(3, 4)), (elementwise, whole));
        Assert.Equal([1, 2.5, -2], OwnOperationSnippets.Opaque(Variable.Create([1.0, 2, -3], 3)).ToArray());
        OwnOperationSnippets.Check();
        Assert.Equal(2 * (1 - Math.Exp(-0.0625)), ReadmeSnippets.OwnOperation(w).First, 1e-15);
    }

    [Fact]
    public void The_snippets_of_arrays_and_networks_run_and_learn()
    {
        Random random = new(1);
        Variable<double> x = Variable.Normal<double>([3, 5], random), t = Variable.Normal<double>([1, 5], random);
        (double error, double[] gradient, string printed) = ReadmeSnippets.Arrays(x, t, random);
        Assert.Equal(0, error, 1e-12);
        Assert.All(gradient, difference => Assert.Equal(0, difference, 1e-12));
        Assert.Equal(4, printed.Split(", ").Length);
        Indices labels = [3, 1, 4, 1, 5, 9, 2, 6];
        Variable<float> images = Variable.Normal<float>([labels.Length, 64], random);
        Assert.True(ReadmeSnippets.Network(Enumerable.Repeat((images, labels), 50), random).Value < 0.1 * Math.Log(10));
    }
}
