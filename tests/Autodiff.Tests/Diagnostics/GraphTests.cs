using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Diagnostics;

public sealed class GraphTests
{
    private const string Hostile = "a \"b\" \\n <c> & `d`; #e";

    // The digits of exp and sin are the platform's, so the numbers are compared as numbers.
    [Fact]
    public void The_table_of_the_worked_example()
    {
        string[][] expected =
        [
            ["name", "operation", "value", "adjoint"],
            ["x", "Input", "0.25", "81.55411240682879"],
            ["a", "Exp(x)", "1.2840254166877414", "63.51440660513164"],
            ["b", "Multiply(a, a)", "1.648721270700128", "17.800869318065494"],
            ["c", "Add(a, b)", "2.932746687387869", "17.800869318065494"],
            ["d", "Exp(c)", "18.779140151238426", "1"],
            ["e", "Sin(c)", "0.20733108055266591", "1"],
            ["f", "Add(d, e)", "18.986471231791093", "1"],
        ];
        string[][] table = CellsOf(Autograd.Trace(Example, 0.25).ToTable());
        Assert.Equal(expected[0], table[0]);
        Assert.Equal(expected.Select(row => row[..2]), table.Select(row => row[..2]));
        AssertClose(NumbersOf(expected), NumbersOf(table));
    }

    [Fact]
    public void A_table_is_aligned_to_the_letter()
    {
        const string Expected = """
            name  operation         value  adjoint
            x0    Input               0.5       -5
            x1    Input                -4      0.5
            v1    Multiply(x0, x1)     -2        1
            half  Multiply(x0, x0)   0.25       -1
            0.5   Constant            0.5       -1
            v2    Add(half, 0.5)     0.75       -1
            y     Subtract(v1, v2)  -2.75        1

            """;
        Assert.Equal(Expected, Autograd.Trace(x => (x[0] * x[1]) - (Traced.Named(x[0] * x[0], "half") + 0.5), [0.5, -4]).ToTable());
    }

    [Fact]
    public void Values_and_adjoints_of_the_worked_example()
    {
        Graph graph = Autograd.Trace(Example, 0.25);
        double a = Math.Exp(0.25), b = a * a, c = a + b, d = Math.Exp(c), e = Math.Sin(c);
        double adjointOfC = d + Math.Cos(c), adjointOfA = adjointOfC * (1 + (2 * a));
        Assert.Equal(["x", "a", "b", "c", "d", "e", "f"], graph.Nodes.Select(node => node.Name));
        Assert.Equal([0.25, a, b, c, d, e, d + e], graph.Nodes.Select(node => node.Value));
        AssertClose([adjointOfA * a, adjointOfA, adjointOfC, adjointOfC, 1, 1, 1], graph.Nodes.Select(node => node.Adjoint));
        Assert.Equal([[], [a], [a, a], [1, 1], [d], [Math.Cos(c)], [1, 1]], graph.Nodes.Select(node => node.LocalPartials));
        Assert.Equal([[], [0], [1, 1], [1, 2], [3], [3], [4, 5]], graph.Nodes.Select(node => node.Operands));
        Assert.Equal(6, graph.Result);
        Assert.Equal([0], graph.Inputs);
    }

    [Fact]
    public void A_generic_function_binds_as_a_method_group()
    {
        Assert.Equal(Autograd.Derivative(Logistic, 0.3), Autograd.Trace(Logistic, 0.3).Nodes[0].Adjoint, 1e-15);
        Assert.Equal(["x0", "x1", "x2"], Autograd.Trace(Mixture, [0.3, -1.2, 2.5]).Nodes.Take(3).Select(node => node.Name));
    }

    [Fact]
    public void Adjoints_of_the_inputs_are_the_gradient()
    {
        double[][] points = [[0.3, -1.2, 2.5], [1, 1, 1], [-2, 0.5, 1e-3]];
        foreach (double[] point in points)
        {
            AssertGradient(Autograd.Gradient(Mixture, point), Autograd.Trace(Mixture, point));
            AssertGradient(Autograd.Gradient(Aliased, point), Autograd.Trace(Aliased, point));
            AssertGradient(Autograd.Gradient(Choosing, point), Autograd.Trace(Choosing, point));
        }
    }

    [Fact]
    public void An_operand_used_twice_collects_both_derivatives()
    {
        Graph graph = Autograd.Trace(x => x * x, 3);
        Assert.Equal([0, 0], graph.Nodes[1].Operands);
        Assert.Equal([3, 3], graph.Nodes[1].LocalPartials);
        Assert.Equal(6, graph.Nodes[0].Adjoint);
    }

    [Fact]
    public void Constants_are_in_the_graph_where_they_are_used()
    {
        Traced<double> half = Exp((Traced<double>)0) / 2;
        Graph graph = Autograd.Trace(x => (half * x) + 1, 4);
        Assert.Equal(["x", "0.5", "v1", "1", "y"], graph.Nodes.Select(node => node.Name));
        Assert.Equal(["Input", "Constant", "Multiply", "Constant", "Add"], graph.Nodes.Select(node => node.Operation));
        Assert.Equal([0.5, 4, 1, 1, 1], graph.Nodes.Select(node => node.Adjoint));
        Assert.Equal("Add(v1, 1)", graph.ExpressionOf(4));
    }

    [Fact]
    public void An_unused_input_has_adjoint_0_and_so_has_a_result_that_is_dropped()
    {
        Graph graph = Autograd.Trace(x => { _ = Exp(x[1]); return x[0] * 2; }, [3, 4]);
        Assert.Equal([2, 0, 0, 3, 1], graph.Nodes.Select(node => node.Adjoint));
        Assert.Equal("Exp(x1)", graph.ExpressionOf(2));
    }

    [Fact]
    public void The_result_may_be_an_input_or_an_earlier_number()
    {
        Graph input = Autograd.Trace(x => x, 3);
        Assert.Equal(0, input.Result);
        Assert.Equal(("x", 3, 1), (input.Nodes[0].Name, input.Nodes[0].Value, input.Nodes[0].Adjoint));

        Graph earlier = Autograd.Trace(x => { Traced<double> y = Exp(x); _ = y * y; return y; }, 0);
        Assert.Equal((1, "y"), (earlier.Result, earlier.Nodes[1].Name));
        Assert.Equal([1, 1, 0], earlier.Nodes.Select(node => node.Adjoint));
    }

    [Fact]
    public void The_result_may_be_a_constant()
    {
        Graph graph = Autograd.Trace(x => 7, 3);
        Assert.Equal(1, graph.Result);
        Assert.Equal(("y", "Constant", 7), (graph.Nodes[1].Name, graph.Nodes[1].Operation, graph.Nodes[1].Value));
        Assert.Equal([0, 1], graph.Nodes.Select(node => node.Adjoint));
        Assert.Equal(0, Autograd.Trace(x => default, []).Result);
    }

    [Fact]
    public void Zero_times_an_infinite_derivative_is_0()
    {
        Assert.Equal(0, Autograd.Trace(x => 0 * Sqrt(x), 0).Nodes[0].Adjoint);
        Assert.Equal(0, Autograd.Trace(x => Sqrt(Relu(x)), -1).Nodes[0].Adjoint);
        Assert.Equal(double.PositiveInfinity, Autograd.Trace(Sqrt, 0).Nodes[0].Adjoint);
    }

    [Fact]
    public void A_multiply_add_has_three_operands()
    {
        Graph graph = Autograd.Trace(x => MultiplyAdd(x[0], x[1], x[2]), [2, 3, 4]);
        Assert.Equal("MultiplyAdd(x0, x1, x2)", graph.ExpressionOf(graph.Result));
        Assert.Equal(10, graph.Nodes[graph.Result].Value);
        Assert.Equal([3, 2, 1], graph.Nodes[graph.Result].LocalPartials);
        Assert.Equal([3, 2, 1, 1], graph.Nodes.Select(node => node.Adjoint));
    }

    [Fact]
    public void Automatic_names_avoid_given_ones()
    {
        Graph graph = Autograd.Trace(x => Sin(Exp(Traced.Named(Cos(Traced.Named(x, "y")), "v1"))), 0.5);
        Assert.Equal(["y", "v1", "v2", "v3"], graph.Nodes.Select(node => node.Name));
        Assert.Equal("b", Autograd.Trace(x => Traced.Named(Traced.Named(Exp(x), "a"), "b"), 0).Nodes[1].Name);
    }

    [Fact]
    public void A_chain_of_a_million_operations_needs_no_stack()
    {
        Graph? graph = null;
        Thread thread = new(() => graph = Autograd.Trace(x => { for (int i = 0; i < 1_000_000; i++) { x = -x; } return x; }, 2), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(1, graph!.Nodes[0].Adjoint);
        Assert.Equal(1_000_001, graph.Nodes.Count);
    }

    [Fact]
    public void The_table_is_aligned_and_its_numbers_read_back_the_same()
    {
        Graph graph = Autograd.Trace(Mixture, [0.1, -1.25e-7, 3]);
        string table = graph.ToString();
        Assert.Single(table.TrimEnd('\n').Split('\n').Select(line => line.Length).Distinct());
        Assert.Equal(graph.Nodes.SelectMany(node => new[] { node.Value, node.Adjoint }), NumbersOf(CellsOf(table)));
    }

    [Fact]
    public void Dot_has_a_box_for_each_number_and_an_arrow_for_each_operand()
    {
        string dot = Autograd.Trace(Example, 0.25).ToDot();
        Assert.StartsWith("digraph computation {\n", dot, StringComparison.Ordinal);
        Assert.EndsWith("}\n", dot, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(dot, """^    n\d \[label="[^"]+"\];$""", RegexOptions.Multiline));
        Assert.Equal(9, Regex.Count(dot, """^    n\d -> n\d \[label="[^"]+"\];$""", RegexOptions.Multiline));
        Assert.Contains("""n2 [label="b = Multiply(a, a)\nvalue 1.64872\nadjoint 17.8009"];""", dot, StringComparison.Ordinal);
        Assert.Contains("""n0 -> n1 [label="1.28403"];""", dot, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_has_a_box_for_each_number_and_an_arrow_for_each_operand()
    {
        string mermaid = Autograd.Trace(Example, 0.25).ToMermaid();
        Assert.StartsWith("flowchart LR\n", mermaid, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(mermaid, """^    n\d\["[^"]+"\]$""", RegexOptions.Multiline));
        Assert.Equal(9, Regex.Count(mermaid, """^    n\d -->\|"[^"]+"\| n\d$""", RegexOptions.Multiline));
        Assert.Contains("""n2["b = Multiply(a, a)<br/>value 1.64872<br/>adjoint 17.8009"]""", mermaid, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_in_dot_and_mermaid()
    {
        Graph graph = Autograd.Trace(x => Exp(Traced.Named(x, Hostile)), 1);
        Assert.Contains("""n0 [label="a \"b\" \\n <c> & `d`; #e: Input\nvalue 1\n""", graph.ToDot(), StringComparison.Ordinal);
        Assert.Contains(
            """n0["a #34;b#34; #92;n #60;c#62; #38; #96;d#96;#59; #35;e: Input<br/>value 1<br/>""", graph.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_everything()
    {
        Graph graph = Autograd.Trace(x => Traced.Named(Exp(x[0]), Hostile) * x[1], [0.1, 3]);
        using JsonDocument document = JsonDocument.Parse(graph.ToJson());
        JsonElement root = document.RootElement, nodes = root.GetProperty("nodes");
        Assert.Equal([0, 1], root.GetProperty("inputs").EnumerateArray().Select(k => k.GetInt32()));
        Assert.Equal(graph.Result, root.GetProperty("result").GetInt32());
        Assert.Equal(graph.Nodes.Count, nodes.GetArrayLength());
        for (int k = 0; k < graph.Nodes.Count; k++)
        {
            Assert.Equal(graph.Nodes[k].Name, nodes[k].GetProperty("name").GetString());
            Assert.Equal(graph.Nodes[k].Operation, nodes[k].GetProperty("operation").GetString());
            Assert.Equal(graph.Nodes[k].Value, nodes[k].GetProperty("value").GetDouble());
            Assert.Equal(graph.Nodes[k].Adjoint, nodes[k].GetProperty("adjoint").GetDouble());
            Assert.Equal(graph.Nodes[k].Operands, nodes[k].GetProperty("operands").EnumerateArray().Select(i => i.GetInt32()));
            Assert.Equal(graph.Nodes[k].LocalPartials, nodes[k].GetProperty("localPartials").EnumerateArray().Select(p => p.GetDouble()));
        }
    }

    [Fact]
    public void Json_writes_numbers_that_are_not_finite_as_strings()
    {
        using JsonDocument infinite = JsonDocument.Parse(Autograd.Trace(x => Log(-x), 0).ToJson());
        JsonElement nodes = infinite.RootElement.GetProperty("nodes");
        Assert.Equal("-Infinity", nodes[2].GetProperty("value").GetString());
        using JsonDocument undefined = JsonDocument.Parse(Autograd.Trace(Log, -1).ToJson());
        Assert.Equal("NaN", undefined.RootElement.GetProperty("nodes")[1].GetProperty("value").GetString());
    }

    private static T Example<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T a = Traced.Named(T.Exp(x), "a");
        T b = Traced.Named(a * a, "b");
        T c = Traced.Named(a + b, "c");
        T d = Traced.Named(T.Exp(c), "d");
        T e = Traced.Named(T.Sin(c), "e");
        return Traced.Named(d + e, "f");
    }

    private static T Logistic<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.One / (T.One + T.Exp(-x));

    private static T Mixture<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T> =>
        (T.Sin(x[0]) * T.Exp(x[1])) + (T.Hypot(x[0], x[2]) / (T.One + (x[2] * x[2]))) - Softplus(x[1]) + T.Pow(x[2], T.CreateChecked(3));

    private static T Aliased<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T square = x[0] * x[0];
        T sum = square + square;
        return (sum * sum) + T.FusedMultiplyAdd(sum, sum, sum) - (x[1] / x[1]) + T.Atan2(x[2], x[2]);
    }

    private static T Choosing<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T> =>
        T.Max(x[0], x[1]) + (T.Abs(x[0]) * T.Clamp(x[2], x[0], T.One)) + LeakyRelu(x[1]) + T.CopySign(x[2], x[0]) + (x[0] % x[2]);

    private static string[][] CellsOf(string table) => [.. table.TrimEnd('\n').Split('\n').Select(line => Regex.Split(line.Trim(), "  +"))];

    private static IEnumerable<double> NumbersOf(string[][] table) =>
        table.Skip(1).SelectMany(row => row[2..]).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture));

    private static void AssertGradient(double[] expected, Graph graph) => AssertClose(expected, graph.Inputs.Select(k => graph.Nodes[k].Adjoint));

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach ((double right, double shown) in expected.Zip(actual)) { Assert.Equal(right, shown, 1e-13 * Math.Max(1, Math.Abs(right))); }
    }
}
