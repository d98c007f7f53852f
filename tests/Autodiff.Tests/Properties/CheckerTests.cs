using Xunit;

namespace Autodiff.Tests.Properties;

/// <summary>The check itself is checked: it must notice a wrong derivative, and name it in few words.</summary>
public sealed class CheckerTests
{
    private const int EnoughCases = 20_000;

    [Theory]
    [InlineData("Tanh", 0)]
    [InlineData("Erf", 0)]
    [InlineData("Reciprocal", 0)]
    [InlineData("NumberMinus", 0)]
    [InlineData("Prelu", 0)]
    [InlineData("Remainder", 1)]
    [InlineData("Atan2", 1)]
    [InlineData("Lerp", 2)]
    [InlineData("LogSumExp", 0)]
    public void A_wrong_sign_in_one_derivative_is_found_and_shrunk_to_that_function(string name, int argument)
    {
        Operation operation = Enum.Parse<Operation>(name);
        Case smallest = Smallest((f, arguments, index) =>
            f.Operation == operation && index == argument ? -Symbolic.Partial(f, arguments, index) : null);
        Call call = Assert.IsType<Call>(smallest.Tree);
        Assert.Equal(operation, call.Function.Operation);
        Assert.Equal(1 + call.Function.Arity, call.Size);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Divide")]
    [InlineData("Pow")]
    public void A_term_missing_in_a_derivative_is_found_and_shrunk_to_one_function(string name)
    {
        Operation operation = Enum.Parse<Operation>(name);

        // Derivatives are made of these, so the function found may be one of which only the second derivative is wrong.
        Case smallest = Smallest((f, arguments, index) => f.Operation == operation && index == 1 ? 0 : null);
        Assert.InRange(smallest.Tree.Size, 2, 3);
    }

    [Fact]
    public void A_derivative_wrong_by_a_billionth_is_found()
    {
        Case smallest = Smallest(static (f, arguments, index) =>
            f.Operation == Operation.Sin ? (1 + 1e-9) * Symbolic.Partial(f, arguments, index) : null);
        Assert.InRange(smallest.Tree.Size, 2, 3);
    }

    [Fact]
    public void A_derivative_wrong_in_the_second_order_only_is_found()
    {
        // 1/x, as it should be, but with a mark by which its own derivative is known and dropped.
        Function reciprocal = new(Operation.NumberOver, 1, Q: 1);
        Case smallest = Smallest((f, arguments, index) =>
            f == reciprocal ? 0 : f.Operation == Operation.Log ? new Call(reciprocal, arguments[0]) : null);
        Assert.Equal("Log(x)", smallest.Tree.ToString());
    }

    [Fact]
    public void The_shrunk_formula_is_printed_as_one_writes_it()
    {
        Expression x = new Symbol(0), y = new Symbol(1);
        Expression left = new Call(new Function(Operation.NumberPlus, 2), new Call(Operation.Sin, x));
        Expression tree = new Call(Operation.Multiply, left, new Call(Operation.Hypot, y, 3));
        Assert.Equal("((2d + Sin(x)) * Hypot(y, 3))", tree.ToString());
    }

    private static Case Smallest(Func<Function, Expression[], int, Expression?> tampered)
    {
        DerivativeCheck check = new(new Symbolic(tampered));
        Summary summary = Property.Run(Trees.Arbitrary, check.Judge, EnoughCases, seed: 1);
        return Assert.IsType<Case>(summary.Smallest);
    }
}
