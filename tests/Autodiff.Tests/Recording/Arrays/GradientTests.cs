using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>Where gradients go, and from which heads: points 3 and 4 of the semantics.</summary>
public sealed class GradientTests
{
    private readonly Variable<double> x = Create<double>([0.5, -1.5, 2], 3);

    [Fact]
    public void Point_3_write_overwrites_at_each_backward()
    {
        x.AttachGradient(GradientRequest.Write);
        Sweep(() => Sum(x * x));
        Sweep(() => Sum(x));
        Assert.Equal([1, 1, 1], x.Gradient.ToArray());
        Assert.Equal(GradientRequest.Write, x.Request);
    }

    [Fact]
    public void Point_3_add_accumulates()
    {
        x.AttachGradient(GradientRequest.Add);
        Sweep(() => Sum(x * x));
        Sweep(() => Sum(x));
        Assert.Equal([2, -2, 5], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_3_write_sums_over_all_uses_within_one_sweep()
    {
        x.AttachGradient();
        Sweep(() => Sum(x) + Sum(x * x) + Sum(x));
        Assert.Equal([3, -1, 6], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_3_null_neither_computes_nor_stores()
    {
        x.AttachGradient(GradientRequest.Null);
        Variable<double> w = Create<double>([1, 1, 1], 3).AttachGradient();
        Sweep(() => Sum(x * w));
        Assert.Equal([0.5, -1.5, 2], w.Gradient.ToArray());
        Assert.Contains("AttachGradient", Assert.Throws<InvalidOperationException>(() => x.Gradient).Message, StringComparison.Ordinal);
        using (Autograd.Record()) { Assert.Throws<InvalidOperationException>(() => Sum(x * x).Backward()); }
    }

    [Fact]
    public void Point_3_a_result_of_a_recording_takes_no_gradient_and_the_error_says_what_does()
    {
        x.AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = x * x;
            string message = Assert.Throws<InvalidOperationException>(() => y.AttachGradient()).Message;
            Assert.Contains("Detach()", message, StringComparison.Ordinal);
            Assert.Contains("Autograd.Gradient", message, StringComparison.Ordinal);
            Variable<double> leaf = y.Detach().AttachGradient();
            Sum(leaf * y).Backward();
            Assert.Equal([0.25, 2.25, 4], leaf.Gradient.ToArray());
        }
    }

    [Fact]
    public void Point_3_a_gradient_is_not_attached_to_what_the_open_recording_has_read()
    {
        Variable<double> v = Ones<double>(3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * v);
            Assert.Contains("partial", Assert.Throws<InvalidOperationException>(() => x.AttachGradient()).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => v.AttachGradient(GradientRequest.Null));
            y.Backward();
        }
        Assert.Equal(x.ToArray(), v.Gradient.ToArray());
    }

    [Fact]
    public void Point_4_a_variable_itself_may_be_a_head_and_an_unwanted_one_is_passed_over()
    {
        x.AttachGradient();
        Variable<double> v = Full([], 3.0).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * 2);
            Assert.Equal([2, 2, 2], Autograd.Gradient([v, y], [x], [])[0].ToArray());
        }
        using (Autograd.Record()) { Autograd.Backward([v, Sum(x * v)]); }
        Assert.Equal(1 + 1, v.Gradient.Value);
        Assert.Equal([0, 0, 0], Autograd.Gradient(_ => v, x).ToArray());
        Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(
            z =>
            {
                z.Backward();
                return z;
            },
            Full([], 1.0)));
    }

    [Fact]
    public void Point_4_several_heads_are_one_sweep_with_their_weights()
    {
        x.AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> first = Sum(x * x), second = x * 3;
            Autograd.Backward([first, second], [2.0, Create<double>([1, 0, -1], 3)]);
        }
        Assert.Equal([5, -6, 5], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_4_a_head_of_several_elements_needs_its_gradient()
    {
        x.AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = x * x;
            Assert.Contains("[3]", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
            Assert.Throws<ShapeMismatchException>(() => Autograd.Backward([y], [Ones<double>(2)]));
            Assert.Throws<ArgumentException>(() => Autograd.Backward([y], [Ones<double>(3), Ones<double>(3)]));
            Assert.Throws<ArgumentException>(() => Autograd.Backward<double>(ReadOnlySpan<Variable<double>>.Empty));
            Autograd.Backward([y], [Create<double>([1, 2, 3], 3)]);
        }
        Assert.Equal([1, -6, 12], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_4_retain_graph_keeps_the_recording_open_for_more()
    {
        x.AttachGradient(GradientRequest.Add);
        using (Autograd.Record())
        {
            Variable<double> cube = Sum(x * x * x);
            cube.Backward(retainGraph: true);
            cube.Backward(retainGraph: true);
            Sum(cube * x).Backward();
        }
        double[] twice = [1.5, 13.5, 24], last = [.. x.ToArray().Select(e => 4.75 + (3 * e * e))];
        Assert.Equal([.. twice.Zip(last, (a, b) => a + b)], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_4_gradient_returns_new_values_and_leaves_attached_ones_alone()
    {
        x.AttachGradient();
        Sweep(() => Sum(x));
        Variable<double> y, square;
        using (Autograd.Record())
        {
            square = x * x;
            y = Sum(square * x);
        }
        Variable<double>[] gradients = Autograd.Gradient(y, [x, square]);
        Assert.Equal([0.75, 6.75, 12], gradients[0].ToArray());
        Assert.Equal(x.ToArray(), gradients[1].ToArray());
        Assert.Equal([1, 1, 1], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_4_gradient_by_something_that_does_not_matter_is_zero_and_by_a_constant_an_error()
    {
        x.AttachGradient();
        Variable<double> unused = Ones<double>(2, 2).AttachGradient(), constant = Ones<double>(3);
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * constant);
            Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, [constant]));
            Variable<double> zero = Autograd.Gradient(y, [unused])[0];
            Assert.Equal([0, 0, 0, 0], zero.ToArray());
            Assert.Equal(Shape.Of(2, 2), zero.Shape);
        }
    }

    [Fact]
    public void Point_4_create_graph_records_the_sweep_to_any_order()
    {
        x.AttachGradient();
        Variable<double>[] orders = new Variable<double>[5];
        using (Autograd.Record())
        {
            Variable<double> y = Sum(Sin(x) * x);
            for (int order = 0; order < orders.Length; order++)
            {
                orders[order] = Autograd.Gradient(y, [x], createGraph: true)[0];
                y = Sum(orders[order]);
            }
            for (int i = 0; i < 3; i++)
            {
                double at = x.ToArray()[i], s = Math.Sin(at), c = Math.Cos(at);
                double[] expected = [s + (at * c), (2 * c) - (at * s), (-3 * s) - (at * c), (-4 * c) + (at * s), (5 * s) + (at * c)];
                for (int order = 0; order < orders.Length; order++) { Assert.Equal(expected[order], orders[order].ToArray()[i], 1e-13); }
            }
        }
    }

    [Fact]
    public void Point_4_a_gradient_penalty_trains_through_the_gradient()
    {
        Variable<double> w = Create<double>([0.3, -0.2, 0.7], 3).AttachGradient();
        x.AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> slope = Autograd.Gradient(Sum(Tanh(x * w)), [x], createGraph: true)[0];
            Sum(Square(slope)).Backward();
        }
        double[] expected = new double[3];
        for (int i = 0; i < 3; i++)
        {
            // d/dw (w (1 - t²))² with t = tanh(x w).
            double at = x.ToArray()[i], weight = w.ToArray()[i], t = Math.Tanh(at * weight), d = 1 - (t * t);
            expected[i] = 2 * weight * d * (d - (2 * weight * t * d * at));
        }
        for (int i = 0; i < 3; i++) { Assert.Equal(expected[i], w.Gradient.ToArray()[i], 1e-14); }
    }

    [Fact]
    public void Point_4_detach_cuts_the_history()
    {
        x.AttachGradient();
        Sweep(() => Sum(x * x.Detach()));
        Assert.Equal(x.ToArray(), x.Gradient.ToArray());
        Sweep(() => Sum(x * Exp(x).Detach()));
        Assert.Equal([.. x.ToArray().Select(Math.Exp)], x.Gradient.ToArray());
    }

    private static void Sweep(Func<Variable<double>> function)
    {
        using (Autograd.Record()) { function().Backward(); }
    }
}
