using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests;

public sealed class ScalarTests
{
    [Fact]
    public void The_worked_example_has_the_adjoints_of_its_symbolic_derivative()
    {
        using (Autograd.Record())
        {
            var x = Independent(0.25);
            var a = Watch(Exp(x));
            var c = a + (a * a);
            var d = Watch(Exp(c));
            var e = Watch(Sin(c));
            var f = d + e;
            f.Backward();

            double byC = Math.Exp(c.Value) + Math.Cos(c.Value);
            Assert.Equal(1, d.Gradient);
            Assert.Equal(1, e.Gradient);
            Assert.Equal(byC, c.Gradient, 1e-14 * byC);
            Assert.Equal(byC * (1 + (2 * a.Value)), a.Gradient, 1e-14 * a.Gradient);
            Assert.Equal(a.Value * a.Gradient, x.Gradient, 1e-14 * x.Gradient);
        }
    }

    [Fact]
    public void A_number_used_twice_adds_up_its_gradient()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = (x * x) + (x * x * x) + x;
            y.Backward();
            Assert.Equal(6 + 27 + 1, x.Gradient);
        }
    }

    [Fact]
    public void Operators_with_a_plain_number_on_either_side_have_their_derivatives()
    {
        Assert.Equal(1, Autograd.Derivative(x => x + 2, 3.0));
        Assert.Equal(1, Autograd.Derivative(x => 2 + x, 3.0));
        Assert.Equal(1, Autograd.Derivative(x => x - 2, 3.0));
        Assert.Equal(-1, Autograd.Derivative(x => 2 - x, 3.0));
        Assert.Equal(2, Autograd.Derivative(x => x * 2, 3.0));
        Assert.Equal(2, Autograd.Derivative(x => 2 * x, 3.0));
        Assert.Equal(0.5, Autograd.Derivative(x => x / 2, 3.0));
        Assert.Equal(-0.5, Autograd.Derivative(x => 2 / x, 2.0));
        Assert.Equal(-1, Autograd.Derivative(x => -x, 3.0));
        Assert.Equal(1, Autograd.Derivative(x => +x, 3.0));
        Assert.Equal(1, Autograd.Derivative(x => ++x, 3.0));
        Assert.Equal(1, Autograd.Derivative(x => --x, 3.0));
    }

    [Fact]
    public void Operators_of_two_numbers_have_both_derivatives()
    {
        Assert.Equal([1, 1], Autograd.Gradient<double>(x => x[0] + x[1], [3, 2]));
        Assert.Equal([1, -1], Autograd.Gradient<double>(x => x[0] - x[1], [3, 2]));
        Assert.Equal([2, 3], Autograd.Gradient<double>(x => x[0] * x[1], [3, 2]));
        Assert.Equal([0.5, -0.75], Autograd.Gradient<double>(x => x[0] / x[1], [3, 2]));
        Assert.Equal([1, -3], Autograd.Gradient<double>(x => x[0] % x[1], [7.5, 2]));
    }

    [Fact]
    public void Operators_give_the_values_of_plain_numbers_bit_by_bit()
    {
        Random random = new(1);
        for (int i = 0; i < 1000; i++)
        {
            double a = random.NextDouble() * 10, b = random.NextDouble() - 0.5;
            using (Autograd.Record())
            {
                Scalar<double> x = Independent(a), y = Independent(b);
                Assert.Equal(a + b, (x + y).Value);
                Assert.Equal(a - b, (x - y).Value);
                Assert.Equal(a * b, (x * y).Value);
                Assert.Equal(a / b, (x / y).Value);
                Assert.Equal(a % b, (x % y).Value);
                Assert.Equal(b / a, (b / x).Value);
                Assert.Equal(a / b, (x / b).Value);
            }
        }
    }

    [Fact]
    public void Comparisons_follow_the_values()
    {
        using (Autograd.Record())
        {
            Scalar<double> small = Independent(1.0), large = Independent(2.0), same = Independent(1.0);
            Assert.True(small < large && small <= large && large > small && large >= small && small != large);
            Assert.True(small == same);
            Assert.False(small.Equals(same));
            Assert.Equal(-1, small.CompareTo(large));
            Assert.Throws<ArgumentException>(() => small.CompareTo("1"));
        }
    }

    [Fact]
    public void A_function_of_one_number_rides_on_its_argument_and_has_no_gradient_of_its_own()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.0);
            var shifted = x + 1.0;
            var y = shifted * x;
            y.Backward();
            Assert.Equal(5, x.Gradient);
            var error = Assert.Throws<InvalidOperationException>(() => shifted.Gradient);
            Assert.Contains("Watch", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Watch_gives_a_number_a_gradient_and_changes_nothing_else()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.0);
            var shifted = Watch(x + 1.0);
            var y = shifted * x;
            y.Backward();
            Assert.Equal(5, x.Gradient);
            Assert.Equal(2, shifted.Gradient);
        }
    }

    [Fact]
    public void Watching_a_number_that_has_a_node_or_is_a_constant_returns_it()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.0);
            Scalar<double> constant = 3.0;
            Assert.True(Watch(x).Equals(x));
            Assert.True(Watch(constant).Equals(constant));
        }
    }

    [Fact]
    public void Constants_default_numbers_and_their_results_have_no_gradient()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.0);
            Scalar<double> sum = default;
            sum += default(Scalar<double>);
            sum += 4.0;
            Scalar<double> product = sum * sum;
            Assert.Equal(16, product.Value);
            Assert.Throws<InvalidOperationException>(() => product.Backward());
            var y = (product * x) + sum;
            y.Backward();
            Assert.Equal(36, y.Value);
            Assert.Equal(16, x.Gradient);
            Assert.Throws<InvalidOperationException>(() => product.Gradient);
        }
    }

    [Fact]
    public void Detach_cuts_the_history()
    {
        Assert.Equal(3, Autograd.Derivative(x => x * x.Detach(), 3.0));
    }

    [Fact]
    public void An_infinite_partial_times_a_zero_is_zero_however_it_is_reached()
    {
        Assert.Equal(0, Autograd.Derivative(x => 0.0 * Sqrt(x), 0.0));
        Assert.Equal(0, Autograd.Derivative(x => Sqrt(x) * 0.0, 0.0));
        Assert.Equal(0, Autograd.Derivative(x => Sqrt(x) * new Scalar<double>(), 0.0));
        Assert.Equal(0, Autograd.Derivative(x => Sqrt(0.0 * x), 0.0));
        Assert.Equal(0, Autograd.Derivative(x => Minimum(1.0 / x, 5.0), 0.0));
        Assert.Equal(0, Autograd.Derivative(x => Exp(-(x * 1e200 * 1e200)), 1.0));
        Assert.Equal(0, Autograd.Derivative(x => Minimum(x / 0.0, 5.0), 1.0));
        Assert.Equal([double.PositiveInfinity, 0], Autograd.Gradient<double>(x => x[0] / x[1], [0, 1e-310]));
        Assert.Equal(double.PositiveInfinity, Autograd.Derivative(x => 2.0 * Sqrt(x), 0.0));
    }

    [Fact]
    public void The_logistic_function_written_naively_has_gradient_0_where_its_exponential_overflows()
    {
        Assert.Equal(0, Autograd.Derivative(x => 1.0 / (1.0 + Exp(-x)), -800.0));
    }

    [Fact]
    public void Text_is_that_of_the_value()
    {
        Scalar<double> x = 1.5;
        Assert.Equal("1.50", x.ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("1.5", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{x}"));
    }
}
