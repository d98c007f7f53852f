using Xunit;
using static Autodiff.Tests.House.OwnOperationSnippets;
using static Autodiff.Variable;

namespace Autodiff.Tests.Differentiation;

/// <summary>The checks for operations of users pass what is right and name what is wrong.</summary>
public sealed class OperationCheckTests
{
    [Fact]
    public void Right_rules_pass() => Check();

    [Fact]
    public void Kinks_and_ends_of_the_domain_are_given_apart()
    {
        OperationCheck.Run<Mistaken>(new(Mistake.None), [0.5, 1.5, 2.5], [0, double.PositiveInfinity, double.NaN]).ThrowIfFailed();
        OperationCheck.Run(new SmoothMaximum(0.5), [(1, 2), (-1, 0.5)], [(double.PositiveInfinity, 1)]).ThrowIfFailed();
    }

    [Fact]
    public void Functions_with_a_pull_of_their_own_pass_if_that_is_made_of_operations()
    {
        OperationCheck.Run(
            x => Autograd.Apply([x[0]], v => Create([.. v[0].ToArray().Select(Math.Exp)], 3), (v, y, dy) => [Exp(v[0]) * dy]),
            Create([0.5, 1, -2], 3)).ThrowIfFailed();
        OperationCheckResult opaque = OperationCheck.Run(x => Opaque(x[0]), Create([0.5, 1, -2], 3));
        Fails(opaque, "pushing forward is the adjoint of pulling back", "first derivatives only");
        OperationCheck.RunFirstOrder(x => Opaque(x[0]), Create([0.5, 1, -2], 3)).ThrowIfFailed();
        Fails(
            OperationCheck.RunFirstOrder(x => Autograd.Apply(x[0], v => v * v, (v, y, dy) => Create(v.ToArray(), 3) * dy), Create([0.5, 1, -2], 3)),
            "gradients equal central differences");
    }

    [Theory]
    [InlineData(Mistake.Slope, "derivatives equal central differences")]
    [InlineData(Mistake.Undeclared, "the derivative reads what is declared")]
    [InlineData(Mistake.Infinite, "the value is finite")]
    internal void A_mistake_in_a_rule_of_one_number_is_named(Mistake mistake, string check)
    {
        OperationCheckResult result = mistake == Mistake.Undeclared
            ? OperationCheck.Run(default(Undeclared), 0.5, 2)
            : OperationCheck.Run(new Mistaken(mistake), 0.5, 2);
        Fails(result, check);
    }

    [Fact]
    public void A_wrong_slope_by_the_second_argument_is_named() =>
        Fails(OperationCheck.Run(default(WrongByB), (0.5, 2), (0.5, 2)), "derivatives equal central differences");

    [Fact]
    public void A_rule_that_looks_at_an_argument_that_it_does_not_declare_is_named() =>
        Fails(OperationCheck.Run(default(UndeclaredOfTwo), (0.5, 2), (0.5, 2)), "the derivative reads what is declared");

    [Theory]
    [InlineData(Fault.ForwardThrows, "the value is finite")]
    [InlineData(Fault.ClaimsWrongShape, "every element of the result is written")]
    [InlineData(Fault.WritesPart, "every element of the result is written")]
    [InlineData(Fault.PullsWrongShape, "gradients to the third order equal central differences")]
    [InlineData(Fault.PullsTwice, "gradients to the third order equal central differences")]
    [InlineData(Fault.PullsTwice, "pushing forward is the adjoint of pulling back")]
    [InlineData(Fault.PullsConstant, "gradients to the third order equal central differences")]
    [InlineData(Fault.ReadsElements, "gradients to the third order equal central differences")]
    [InlineData(Fault.Rounds, "gradients to the third order equal central differences")]
    internal void A_fault_in_a_rule_of_whole_arrays_is_named(Fault fault, string check) =>
        Fails(OperationCheck.Run(new FaultyProduct(fault), A, B), check);

    [Fact]
    public void A_rule_of_whole_arrays_that_reads_what_it_does_not_declare_is_named() =>
        Fails(OperationCheck.Run(default(UndeclaredProduct), A, B), "an input may be updated before the sweep");

    [Fact]
    public void The_right_product_passes_and_a_report_has_a_line_for_each_check()
    {
        OperationCheckResult right = OperationCheck.Run(new FaultyProduct(Fault.None), A, B);
        Assert.True(right.Passed, right.ToString());
        right.ThrowIfFailed();
        Assert.Equal(right.Findings.Count + 1, right.ToString().Split('\n').Length);
        Assert.StartsWith($"FaultyProduct[None]: all {right.Findings.Count} checks passed", right.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_without_a_gradient_is_a_constant()
    {
        Variable<double> mask = Create([1.0, 0, 1], 3).AttachGradient(GradientRequest.Null);
        OperationCheck.Run(x => Where(x[0], x[1], 2.0 * x[1]), mask, A).ThrowIfFailed();
    }

    private static Variable<double> A => Create([0.5, -1.25, 2], 3);

    private static Variable<double> B => Create([1.5, 0.75, -0.5], 3);

    private static void Fails(OperationCheckResult result, string check, string words = "")
    {
        Assert.False(result.Passed);
        OperationFinding? finding = result.Findings.FirstOrDefault(finding => finding.Check.StartsWith(check, StringComparison.Ordinal));
        Assert.False(finding?.Passed ?? true, $"'{check}' did not fail:\n{result}");
        Assert.Contains(words, finding.Failure, StringComparison.Ordinal);
        string message = Assert.Throws<InvalidOperationException>(result.ThrowIfFailed).Message;
        Assert.Contains($"FAILED  {finding.Check}", message, StringComparison.Ordinal);
    }

    internal enum Mistake
    {
        None,
        Slope,
        Undeclared,
        Infinite,
    }

    /// <summary>y = √x; dy/dx = 1/(2 y).</summary>
    private readonly struct Mistaken(Mistake mistake) : IUnaryRule
    {
        public static Reads Reads => Reads.Output;

        public R Forward<R>(R x)
            where R : IReal<R> =>
            mistake == Mistake.Infinite ? R.Sqrt(x) / R.Constant(0) : R.Sqrt(x);

        public R Derivative<R>(R x, R y)
            where R : IReal<R> =>
            R.Constant(mistake == Mistake.Slope ? 0.5001 : 0.5) / y;
    }

    /// <summary>y = x²; dy/dx = 2 x, declared to look at y.</summary>
    private readonly struct Undeclared : IUnaryRule
    {
        public static Reads Reads => Reads.Output;

        public R Forward<R>(R x)
            where R : IReal<R> =>
            x * x;

        public R Derivative<R>(R x, R y)
            where R : IReal<R> =>
            x + x;
    }

    /// <summary>y = a/b; dy/da = 1/b; dy/db = -a/b², with the wrong sign.</summary>
    private readonly struct WrongByB : IBinaryRule
    {
        public static Reads ReadsA => Reads.B;

        public static Reads ReadsB => Reads.B | Reads.Output;

        public R Forward<R>(R a, R b)
            where R : IReal<R> =>
            a / b;

        public R DerivativeA<R>(R a, R b, R y)
            where R : IReal<R> =>
            R.Constant(1) / b;

        public R DerivativeB<R>(R a, R b, R y)
            where R : IReal<R> =>
            y / b;
    }

    /// <summary>y = a b; dy/da = b, declared to look at nothing; dy/db = a.</summary>
    private readonly struct UndeclaredOfTwo : IBinaryRule
    {
        public static Reads ReadsA => Reads.Nothing;

        public static Reads ReadsB => Reads.A;

        public R Forward<R>(R a, R b)
            where R : IReal<R> =>
            a * b;

        public R DerivativeA<R>(R a, R b, R y)
            where R : IReal<R> =>
            b;

        public R DerivativeB<R>(R a, R b, R y)
            where R : IReal<R> =>
            a;
    }

    /// <summary>y = a b over whole arrays, declared to look at nothing.</summary>
    private readonly struct UndeclaredProduct : IDenseRule
    {
        public static bool Reads(int input) => false;

        public Shape ResultShape<T>(Operands<T> x)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            x.Shape(0);

        public void Forward<T>(Operands<T> x, Span<T> y)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            System.Numerics.Tensors.TensorPrimitives.Multiply(x.AsReadOnlySpan(0), x.AsReadOnlySpan(1), y);

        public void Pull<T>(in Pullback<T> pull)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            pull.Add(0, pull.Adjoint * pull.Input(1));
            pull.Add(1, pull.Adjoint * pull.Input(0));
        }
    }
}
