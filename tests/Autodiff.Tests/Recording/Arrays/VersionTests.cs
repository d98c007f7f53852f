using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>Changes in place, point 6 of the semantics: a wrong gradient never comes out.</summary>
public sealed class VersionTests
{
    private readonly Variable<double> x = Create<double>([0.5, -1.5, 2], 3).AttachGradient();
    private readonly Variable<double> w = Create<double>([1, 2, 3], 3).AttachGradient();

    [Fact]
    public void Point_6_a_change_of_what_the_pull_reads_is_named_and_refused()
    {
        Variable<double> y;
        using (Autograd.Record()) { y = Sum(x * w); }
        w.Update([7, 7, 7]);
        string message = Assert.Throws<InvalidOperationException>(() => y.Backward()).Message;
        Assert.Contains("Multiply", message, StringComparison.Ordinal);
        Assert.Contains("updated", message, StringComparison.Ordinal);
        using (Autograd.Record()) { Sum(x * w).Backward(); }
        Assert.Equal([7, 7, 7], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_6_the_refusal_leaves_gradients_as_they_were()
    {
        Variable<double> y, v = Ones<double>(3).AttachGradient();
        using (Autograd.Record()) { Sum(v * 2).Backward(); }
        using (Autograd.Record()) { y = Sum(x * w) + Sum(v * v); }
        w.Update([7, 7, 7]);
        Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Equal([2, 2, 2], v.Gradient.ToArray());
    }

    [Fact]
    public void Point_6_a_change_of_what_no_pull_reads_is_no_error()
    {
        Variable<double> y;
        using (Autograd.Record()) { y = Sum(x + w); }
        w.Update([7, 7, 7]);
        y.Backward();
        Assert.Equal([1, 1, 1], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_6_a_change_is_seen_through_a_view_and_through_detach()
    {
        foreach (Func<Variable<double>> alias in new Func<Variable<double>>[] { () => w.Reshape(3, 1).Transpose(), () => w.Detach() })
        {
            Variable<double> y;
            using (Autograd.Record()) { y = Sum(Exp(x) * alias()); }
            w.Update([4, 5, 6]);
            Assert.Throws<InvalidOperationException>(() => y.Backward());
        }
    }

    [Fact]
    public void Point_6_a_change_by_a_span_function_counts_too()
    {
        Variable<double> y;
        using (Autograd.Record()) { y = Sum(Square(x)); }
        x.Update(2.0, static (values, factor) => values[0] *= factor);
        Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Equal([1, -1.5, 2], x.ToArray());
    }

    [Fact]
    public void Point_6_a_change_beside_what_the_head_depends_on_is_no_error()
    {
        Variable<double> y;
        using (Autograd.Record())
        {
            _ = Sum(w * w);
            y = Sum(x * x);
        }
        w.Update([7, 7, 7]);
        y.Backward();
        Assert.Equal([1, -3, 4], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_6_a_recorded_sweep_refuses_too()
    {
        using (Autograd.Record())
        {
            Variable<double> c = Create<double>([1, 2, 3], 3), y = Sum(x * c);
            c.Update([3, 2, 1]);
            Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, [x], createGraph: true));
        }
    }

    [Fact]
    public void Point_6_a_tracked_variable_is_not_changed_while_recording()
    {
        using (Autograd.Record())
        {
            Assert.Contains("Pause", Assert.Throws<InvalidOperationException>(() => x.Update([1, 2, 3])).Message, StringComparison.Ordinal);
            using (Autograd.Pause()) { x.Update([1, 2, 3]); }
        }
        Assert.Equal([1, 2, 3], x.ToArray());
    }

    [Fact]
    public void Point_6_results_of_a_recording_are_not_changed()
    {
        using (Autograd.Record())
        {
            Variable<double> y = x * x;
            Assert.Contains("Detach()", Assert.Throws<InvalidOperationException>(() => y.Update([1, 2, 3])).Message, StringComparison.Ordinal);
        }
        Assert.Throws<ArgumentException>(() => x.Update([1, 2]));
    }

    [Fact]
    public void Point_6_a_gradient_that_the_sweep_itself_would_overwrite_is_refused_and_stays()
    {
        using (Autograd.Record()) { Sum(x * 10).Backward(); }
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * x.Gradient) + Sum(Square(x));
            Assert.Contains("overwrite", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
            Assert.Equal([10, 10, 10], x.Gradient.ToArray());
            Assert.Equal([11, 7, 14], Autograd.Gradient(y, [x])[0].ToArray());
        }
    }

    [Fact]
    public void Point_6_what_is_recorded_inside_an_update_has_read_values_that_are_gone()
    {
        Variable<double> y = default;
        using (Autograd.Record())
        {
            Variable<double> constant = Create<double>([1, 2, 3], 3);
            constant.Update(0, (values, _) =>
            {
                y = Sum(x * constant);
                values.Fill(100);
            });
            Assert.Throws<InvalidOperationException>(() => y.Backward());
        }
    }

    [Fact]
    public void Point_6_a_view_of_one_element_shows_an_update()
    {
        Variable<double> constant = Create<double>([1, 2], 2);
        using (Autograd.Record())
        {
            Variable<double> first = constant[0];
            constant.Update([7, 8]);
            Assert.Equal(7, first.Value);
            Assert.Equal(7, first.Detach().Value);
            Assert.Equal(7, (first * 1.0).Value);
        }
    }

    [Fact]
    public void Point_6_a_gradient_that_a_recording_read_and_a_sweep_overwrote_is_refused()
    {
        using (Autograd.Record()) { Sum(w * 10).Backward(); }
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * w.Gradient), z = Sum(w * w);
            y.Backward(retainGraph: true);
            Assert.Equal([10, 10, 10], x.Gradient.ToArray());
            z.Backward(retainGraph: true);
            Assert.Throws<InvalidOperationException>(() => y.Backward());
        }
    }
}
