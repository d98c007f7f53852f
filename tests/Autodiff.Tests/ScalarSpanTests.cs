using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests;

public sealed class ScalarSpanTests
{
    private static readonly double[] Point = [0.5, -1.25, 2, 0.75];
    private static readonly double[] Weights = [3, -2, 0.5, 1];

    private static void Agree(ScalarFunction<Scalar<double>> builder, ScalarFunction<Scalar<double>> loop)
    {
        (double value, double[] gradient) = Autograd.ValueAndGradient(builder, Point);
        (double expected, double[] byLoop) = Autograd.ValueAndGradient(loop, Point);
        Assert.Equal(expected, value, 1e-14 * Math.Max(1, Math.Abs(expected)));
        Assert.All(byLoop.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-13 * Math.Max(1, Math.Abs(pair.First))));
    }

    [Fact]
    public void Sum_equals_its_loop() => Agree(x => Sum(x), x => x[0] + x[1] + x[2] + x[3]);

    [Fact]
    public void LinearCombination_equals_its_loop() =>
        Agree(x => LinearCombination(Weights, x), x => (3 * x[0]) - (2 * x[1]) + (0.5 * x[2]) + x[3]);

    [Fact]
    public void Dot_equals_its_loop_also_of_a_vector_with_itself()
    {
        Agree(x => Dot(x[..2], x[2..]), x => (x[0] * x[2]) + (x[1] * x[3]));
        Agree(x => Dot(x, x), x => (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]) + (x[3] * x[3]));
    }

    [Fact]
    public void SumOfSquares_equals_its_loop() =>
        Agree(x => SumOfSquares(x), x => (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]) + (x[3] * x[3]));

    [Fact]
    public void LogSumExp_equals_its_formula() => Agree(x => LogSumExp(x), x => Log(Exp(x[0]) + Exp(x[1]) + Exp(x[2]) + Exp(x[3])));

    [Fact]
    public void MultiplyAdd_equals_its_formula() => Agree(x => MultiplyAdd(x[0], x[1], x[0] * x[2]), x => (x[0] * x[1]) + (x[0] * x[2]));

    [Fact]
    public void MultiplyAdd_of_constants_of_a_closed_recording_and_of_one_number_three_times_is_right()
    {
        Scalar<double> old;
        using (Autograd.Record())
        {
            old = Independent(2.0);
            (old * old).Backward();
        }
        Assert.Equal(6, MultiplyAdd(old, old, old).Value);
        Agree(x => MultiplyAdd(old, MultiplyAdd(x[0], x[0], x[0]), old), x => (2.0 * ((x[0] * x[0]) + x[0])) + 2.0);
        Agree(x => MultiplyAdd(x[0], old, x[1]) + MultiplyAdd(old, old, x[2]), x => (2.0 * x[0]) + x[1] + 4.0 + x[2]);
    }

    [Fact]
    public void Arguments_may_be_functions_repeated_scattered_and_constant() =>
        Agree(
            x => Sum<double>([Exp(x[3]), x[0], x[0], 5.0, x[2] * x[1], -x[0]]) * LinearCombination<double>([2, 7, 1], [x[1], 4.0, x[0] * x[0]]),
            x => (Exp(x[3]) + x[0] + 5.0 + (x[2] * x[1])) * ((2 * x[1]) + 28.0 + (x[0] * x[0])));

    [Fact]
    public void Builders_stand_anywhere_in_a_computation() =>
        Agree(
            x =>
            {
                var y = x[0];
                for (int i = 0; i < 10; i++) { y = Sum<double>([y, x[1], y * x[2]]) * 0.5; }
                return y;
            },
            x =>
            {
                var y = x[0];
                for (int i = 0; i < 10; i++) { y = (y + x[1] + (y * x[2])) * 0.5; }
                return y;
            });

    [Fact]
    public void Builders_nest_to_second_order()
    {
        double[,] hessian = Autograd.Hessian<double>(x => LogSumExp(x) + Dot(x, x), Point);
        double total = Point.Sum(Math.Exp);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double p = Math.Exp(Point[i]) / total, q = Math.Exp(Point[j]) / total;
                Assert.Equal((i == j ? p + 2 : 0) - (p * q), hessian[i, j], 1e-14);
            }
        }
    }

    [Fact]
    public void Of_nothing_and_of_constants_the_result_is_a_constant()
    {
        Assert.Equal(0, Sum<double>([]).Value);
        Assert.Equal(double.NegativeInfinity, LogSumExp<double>([]).Value);
        Assert.Equal(3, Sum<double>([1.0, 2.0]).Value);
        using (Autograd.Record()) { Assert.Throws<InvalidOperationException>(() => Sum<double>([1.0, 2.0]).Backward()); }
    }

    [Fact]
    public void LogSumExp_of_infinities_shares_or_drops_its_gradient()
    {
        double inf = double.PositiveInfinity;
        Assert.Equal([0, 0], Autograd.Gradient<double>(x => LogSumExp(x), [-inf, -inf]));
        Assert.Equal([0.5, 0, 0.5], Autograd.Gradient<double>(x => LogSumExp(x), [inf, 1, inf]));
        Assert.Equal([0, 1], Autograd.Gradient<double>(x => LogSumExp(x), [-inf, 1]));
        Assert.Equal(1000 + Math.Log(2), Autograd.ValueAndGradient<double>(x => LogSumExp(x), [1000, 1000]).Value);
        Assert.All(Autograd.Gradient<double>(x => LogSumExp(x), [double.NaN, 1]), g => Assert.True(double.IsNaN(g)));
    }

    [Fact]
    public void LogSumExp_near_0_keeps_its_digits() =>
        Assert.Equal(2.25070324110190931e-7 /* ln(1 + 2 e⁻¹⁶) */, Autograd.ValueAndGradient<double>(x => LogSumExp(x), [-16, 0, -16]).Value, 1e-22);

    [Fact]
    public void Unequal_lengths_are_an_error_that_names_both()
    {
        var error = Assert.Throws<ArgumentException>(() => Dot<double>([1.0], [1.0, 2.0]));
        Assert.Contains("Dot: the first span has length 1, the second 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearCombination<double>([1.0], []));
    }
}
