using Xunit;
using static Autodiff.Tests.Properties.Formula;

namespace Autodiff.Tests.Properties;

/// <summary>The smallest cases of what the random formulas have found: each was wrong once.</summary>
public sealed class FoundTests
{
    private static readonly Expression X = new Symbol(0);
    private static readonly Expression Y = new Symbol(1);

    [Fact]
    public void The_value_of_a_nested_number_has_the_derivative_of_the_rule_at_a_tie() =>
        Agrees(new Call(Operation.LogAddExp, X, Y), [1, 1, 0]);

    [Fact]
    public void The_mixed_derivative_of_a_power_exists_at_exponent_0() =>
        Agrees(Pow(X, Y), [2, 0, 0]);

    [Fact]
    public void A_zero_computed_from_constants_is_as_strong_as_a_literal_one()
    {
        Agrees(new Call(Operation.Multiply, new Call(Operation.Asin, new Call(Operation.Negate, 1)), X), [1.5, 0, 0]);
        Agrees(new Call(Operation.Multiply, Sqrt(new Call(Operation.Multiply, 0, 1)), X), [1.5, 0, 0]);
    }

    // Not by the check, which discards singular branches: here nothing flows through them.
    private static void Agrees(Expression tree, double[] point)
    {
        double[] direction = [1, 0.5, 0];
        Symbolic symbolic = new();
        Valuation at = new(point);
        double[] gradient = [.. Enumerable.Range(0, 3).Select(index => at.Of(symbolic.Differentiate(tree, index)))];
        double[] product = [.. Enumerable.Range(0, 3).Select(index => at.Of(symbolic.Differentiate(symbolic.Differentiate(tree, index), direction)))];
        foreach (Outcome outcome in Ways.All(tree, point, direction))
        {
            Assert.Equal(gradient, outcome.Gradient, static (a, b) => Math.Abs(a - b) <= 1e-12);
            if (outcome.Product is not null) { Assert.Equal(product, outcome.Product, static (a, b) => Math.Abs(a - b) <= 1e-12); }
        }
    }
}
