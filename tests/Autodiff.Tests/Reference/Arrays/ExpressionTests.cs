using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

public sealed class ExpressionTests
{
    private static readonly Variable<double> X = Create<double>([0.5, -1.25, 2], 3), M = Create<double>([1, 2, 3, 4, 5, 6], 2, 3);

    [Theory]
    [InlineData("-x^2 + 2*x - 1", new[] { -0.25, -5.0625, -1 })]
    [InlineData("x ** -1", new[] { 2, -0.8, 0.5 })]
    [InlineData("where(x > 0, sqrt(x*x), 0)", new[] { 0.5, 0, 2 })]
    [InlineData("max(x, 1e0) / (1 + 1)", new[] { 0.5, 0.5, 1 })]
    [InlineData("M x", new[] { 4, 7.75 })]
    [InlineData("x M^T - x @ M.T", new[] { 0.0, 0.0 })]
    [InlineData("M[0] + M[-1]", new[] { 5.0, 7, 9 })]
    [InlineData("x[:-1]*x[1:]", new[] { -0.625, -2.5 })]
    [InlineData("x[::2]", new[] { 0.5, 2 })]
    [InlineData("x0*x2 + sum(x)", new[] { 2.25 })]
    public void A_formula_has_the_value_that_it_says(string formula, double[] expected) =>
        Assert.Equal(expected, Statements.Value(formula, new Dictionary<string, Variable<double>> { ["x"] = X, ["M"] = M })!.Value.ToArray());

    [Theory]
    [InlineData("x + q")]
    [InlineData("(x")]
    [InlineData("x)")]
    [InlineData("sum(gelu(x) exact * x)")]
    [InlineData("prod(x), one zero")]
    public void A_formula_that_is_not_understood_has_none(string formula) =>
        Assert.Null(Statements.Value(formula, new Dictionary<string, Variable<double>> { ["x"] = X }));

    [Theory]
    [InlineData("y = x; repeat 3: y = y + x   # four times", new[] { 2.0, -5, 8 })]
    [InlineData("h = M x; y = sum(h)", new[] { 11.75 })]
    public void A_program_has_the_value_of_its_last_statement(string code, double[] expected) =>
        Assert.Equal(expected, Statements.Run(code, [null, "M"], [X, M])!.Value.ToArray());

    [Fact]
    public void A_program_with_a_statement_that_is_not_understood_has_none() => Assert.Null(Statements.Run("y = x; z unused", [null], [X]));
}
