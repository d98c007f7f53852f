using Xunit;
using static Autodiff.Tests.House.OwnOperationSnippets;
using static Autodiff.Variable;

namespace Autodiff.Tests.Differentiation;

/// <summary>Operations of users do what those of the library do.</summary>
public sealed class ApplyTests
{
    private readonly Random random = new(5);

    [Fact]
    public void A_rule_runs_on_every_kind_of_number()
    {
        const double X = 0.75;
        double value = 2 * (1 - Math.Exp(-X * X / 4)), slope = X * Math.Exp(-X * X / 4), second = (1 - (X * X / 2)) * Math.Exp(-X * X / 4);
        Welsch rule = new(2);
        Assert.Equal(value, Autograd.Apply(X, rule), 1e-15);
        Assert.Equal((float)value, Autograd.Apply((float)X, rule), 1e-6f);
        Assert.Equal(slope, Autograd.Apply(Dual.Seed(X), rule).Tangent, 1e-15);
        Assert.Equal(slope, Autograd.Derivative(x => Autograd.Apply(x, rule), X), 1e-15);
        Assert.Equal(second, Autograd.Derivative(x => Autograd.Apply(x, rule), Dual.Seed(X)).Tangent, 1e-15);
        Assert.Contains(Autograd.Trace(x => Autograd.Apply(x, rule), X).Nodes, node => node.Operation == nameof(Welsch));
    }

    [Fact]
    public void A_rule_of_two_numbers_runs_on_every_kind_of_number()
    {
        SmoothMaximum rule = new(0.5);
        double root = Math.Sqrt(1 + 0.25);
        Assert.Equal((3 + root) / 2, Autograd.Apply(1.0, 2.0, rule), 1e-15);
        double[] gradient = Autograd.Gradient<double>(x => Autograd.Apply(x[0], x[1], rule), [1, 2]);
        Assert.Equal([(1 - (1 / root)) / 2, (1 + (1 / root)) / 2], gradient, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(gradient[1], Autograd.Apply(1.0, Dual.Seed(2.0), rule).Tangent, 1e-15);
    }

    [Fact]
    public void A_rule_over_arrays_is_the_composition_of_its_formula_to_the_second_order() => Same(
        x => Autograd.Apply(x[0], new Welsch(2)), x => -2.0 * ExpM1(-0.25 * Square(x[0])), Normal<double>([4, 3], random));

    [Fact]
    public void A_rule_of_two_arrays_broadcasts() => Same(
        x => Autograd.Apply(x[0], x[1], new SmoothMaximum(0.5)),
        x => 0.5 * (x[0] + x[1] + Sqrt(Square(x[0] - x[1]) + 0.25)),
        Normal<double>([4, 1], random),
        Normal<double>([3], random));

    [Fact]
    public void A_rule_of_whole_arrays_is_the_composition_of_its_formula_to_the_second_order() => Same(
        x => Autograd.Apply([x[0], x[1]], new SquaredDistances()), Distances, Normal<double>([4, 2], random), Normal<double>([3, 2], random));

    [Fact]
    public void A_rule_of_whole_arrays_takes_views() => Same(
        x => Autograd.Apply([x[0].Transpose(), Expand(x[1], 3, 2)], new SquaredDistances()),
        x => Distances([x[0].Transpose(), Expand(x[1], 3, 2)]),
        Normal<double>([2, 4], random),
        Normal<double>([1, 2], random));

    [Fact]
    public void A_rule_of_one_whole_array_is_applied_to_it_without_brackets() => Same(
        x => Autograd.Apply(x[0], default(Doubled)), x => 2.0 * x[0], Normal<double>([4, 2], random));

    [Fact]
    public void A_function_with_a_pull_of_its_own_is_called_without_its_history()
    {
        Variable<double> x = Create([1.0, 2, -3], 3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = Opaque(x * 1.0);
            Assert.Equal([1, 2.5, -2], y.ToArray());
            Sum(y * Create([1.0, 10, 100], 3)).Backward();
        }
        Assert.Equal([6, 60, 100], x.Gradient.ToArray());
    }

    [Fact]
    public void A_pull_of_recorded_operations_has_derivatives_of_every_order() => Same(
        x => Autograd.Apply(
            [x[0], x[1]],
            forward: a => Create([.. a[0].ToArray().Zip(a[1].ToArray(), (p, q) => p * p * p * q)], a[0].Length),
            pull: (a, y, dy) => [3.0 * Square(a[0]) * a[1] * dy, Square(a[0]) * a[0] * dy]),
        x => Square(x[0]) * x[0] * x[1],
        Normal<double>([4], random),
        Normal<double>([4], random));

    [Fact]
    public void An_argument_may_have_no_gradient()
    {
        Variable<double> a = Create([1.0, 2], 2).AttachGradient(), b = Create([3.0, 4], 2).AttachGradient();
        using (Autograd.Record())
        {
            Sum(Autograd.Apply([a, b], x => Create([.. x[0].ToArray()], 2), (x, y, dy) => [dy, null])).Backward();
        }
        Assert.Equal([1, 1], a.Gradient.ToArray());
        Assert.Equal([0, 0], b.Gradient.ToArray());
    }

    [Fact]
    public void Code_within_may_differentiate_on_its_own()
    {
        Variable<double> x = Create([0.5, 2], 2).AttachGradient();
        using (Autograd.Record())
        {
            // y = the gradient of Σ x³, computed by a recording inside.
            Variable<double> y = Autograd.Apply(
                x * 1.0,
                inner =>
                {
                    Variable<double> leaf = Create(inner.ToArray(), 2).AttachGradient();
                    using (Autograd.Record()) { Sum(leaf * leaf * leaf).Backward(); }
                    return leaf.Gradient;
                },
                (x, y, dy) => 6.0 * x * dy);
            Assert.Equal([0.75, 12], y.ToArray());
            Sum(y).Backward();
        }
        Assert.Equal([3, 12], x.Gradient.ToArray());
    }

    [Fact]
    public void A_steady_step_with_own_rules_allocates_nothing()
    {
        Variable<double> a = Normal<double>([4, 2], random).AttachGradient(), b = Normal<double>([3, 2], random).AttachGradient(GradientRequest.Add);
        for (int i = 0; i < 200; i++) { Step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) { Step(); }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            using (Autograd.Record())
            {
                Sum(Autograd.Apply(Autograd.Apply([a, b], default(SquaredDistances)), new Welsch(2))).Backward();
            }
        }
    }

    private static Variable<double> Distances(ReadOnlySpan<Variable<double>> x) => Sum(Square(x[0].Reshape(x[0].Shape[0], 1, x[0].Shape[1]) - x[1]), [2]);

    // Value, gradient, and gradient of the squared gradient.
    private static void Same(ArrayFunction<double> own, ArrayFunction<double> composed, params Variable<double>[] x)
    {
        double[][] expected = Derivatives(composed, x), actual = Derivatives(own, x);
        for (int k = 0; k < expected.Length; k++) { Assert.Equal(expected[k], actual[k], (a, b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a))); }
    }

    private static double[][] Derivatives(ArrayFunction<double> function, Variable<double>[] x)
    {
        foreach (Variable<double> input in x) { input.AttachGradient(); }
        using (Autograd.Record())
        {
            Variable<double> y = function(x);
            Variable<double>[] first = Autograd.Gradient(Sum(Square(y)), x, createGraph: true);
            Variable<double> squares = first.Select(gradient => Sum(Square(gradient))).Aggregate((a, b) => a + b);
            Autograd.Backward(squares);
            return [y.ToArray(), .. first.Select(gradient => gradient.ToArray()), .. x.Select(input => input.Gradient.ToArray())];
        }
    }

    private readonly struct Doubled : IDenseRule
    {
        public static bool Reads(int input) => false;

        public Shape ResultShape<T>(Operands<T> x)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            x.Shape(0);

        public void Forward<T>(Operands<T> x, Span<T> y)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            System.Numerics.Tensors.TensorPrimitives.Add(x.AsReadOnlySpan(0), x.AsReadOnlySpan(0), y);

        public void Pull<T>(in Pullback<T> pull)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            pull.Add(0, pull.Adjoint + pull.Adjoint);
    }
}
