using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>What is recorded, and for how long: points 1, 2 and 5 of the semantics.</summary>
public sealed class ScopeTests
{
    private readonly Variable<double> x = Create<double>([0.5, -1.5, 2], 3).AttachGradient();

    [Fact]
    public void Point_1_scopes_are_nested_and_restored_when_an_exception_passes()
    {
        static void Fail()
        {
            using (Autograd.Record(trainMode: false))
            using (Autograd.DetectAnomalies())
            {
                Assert.True(Autograd.IsRecording && !Autograd.IsTraining);
                throw new FormatException();
            }
        }

        Assert.Throws<FormatException>(Fail);
        Assert.False(Autograd.IsRecording || Autograd.IsTraining);
        Assert.Equal([1, -3, 4], GradientOf(() => Sum(x * x)));
    }

    [Fact]
    public void Point_2_an_operation_records_only_inside_a_scope()
    {
        Variable<double> outside = Sum(x * x);
        Assert.Contains("constant", Assert.Throws<InvalidOperationException>(() => outside.Backward()).Message, StringComparison.Ordinal);
        Variable<double> paused;
        using (Autograd.Record())
        using (Autograd.Pause())
        {
            paused = Sum(x * x);
        }
        Assert.Throws<InvalidOperationException>(() => paused.Backward());
    }

    [Fact]
    public void Point_2_an_operation_records_only_from_a_tracked_input()
    {
        Variable<double> constant = Create<double>([1, 2, 3], 3);
        using (Autograd.Record())
        {
            Variable<double> untracked = Sum(constant * constant);
            Assert.Throws<InvalidOperationException>(() => untracked.Backward());
            Variable<double> tracked = Sum(constant * x);
            tracked.Backward();
        }
        Assert.Equal([1, 2, 3], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_backward_may_stand_inside_the_scope_or_after_it()
    {
        Variable<double> y;
        using (Autograd.Record())
        {
            y = Sum(x * x);
            y.Backward();
            Assert.Equal([1, -3, 4], x.Gradient.ToArray());
            y = Sum(x * x * x);
        }
        y.Backward();
        Assert.Equal([0.75, 6.75, 12], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_a_nested_scope_goes_on_with_the_recording_and_pause_leaves_it_open()
    {
        using (Autograd.Record())
        {
            Variable<double> y = x * 2;
            using (Autograd.Pause()) { _ = x * x; }
            using (Autograd.Record()) { y = Sum(y * x); }
            y.Backward();
        }
        Assert.Equal([2, -6, 8], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_after_its_sweep_a_recording_is_closed_and_its_values_are_constants()
    {
        using (Autograd.Record())
        {
            Variable<double> square = x * x, first = Sum(square);
            first.Backward();
            Variable<double> second = Sum(square * x);
            second.Backward();
        }
        Assert.Equal([0.25, 2.25, 4], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_a_sum_of_losses_keeps_no_history()
    {
        Variable<double> total = 0.0;
        for (int step = 0; step < 3; step++)
        {
            Variable<double> loss;
            using (Autograd.Record())
            {
                loss = Sum(x * x);
                loss.Backward();
            }
            total += loss;
        }
        Assert.Equal(3 * 6.5, total.Value);
        Assert.Throws<InvalidOperationException>(() => total.Backward());
    }

    [Fact]
    public void Point_5_a_second_backward_is_an_error_that_names_both_ways_out()
    {
        Variable<double> first, second;
        using (Autograd.Record())
        {
            first = Sum(x * x);
            second = Sum(x);
        }
        first.Backward();
        foreach (Variable<double> head in new[] { first, second })
        {
            string message = Assert.Throws<InvalidOperationException>(() => head.Backward()).Message;
            Assert.Contains("Backward([first, second])", message, StringComparison.Ordinal);
            Assert.Contains("retainGraph", message, StringComparison.Ordinal);
        }
        Assert.Equal([1, -3, 4], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_discard_ends_the_recording_and_its_values_can_be_read_on()
    {
        using (Autograd.Record())
        {
            Variable<double> y = x * x;
            Autograd.Discard();
            Assert.Throws<InvalidOperationException>(() => Sum(y).Backward());
            Assert.Equal([0.25, 2.25, 4], y.ToArray());
        }
    }

    [Fact]
    public void Point_5_the_next_outermost_recording_ends_the_one_before()
    {
        Variable<double> old;
        using (Autograd.Record()) { old = Sum(x * x); }
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * old);
            Assert.Throws<InvalidOperationException>(() => old.Backward());
            y.Backward();
        }
        Assert.Equal([6.5, 6.5, 6.5], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_5_a_recording_that_an_exception_left_is_ended_by_the_next_and_leaves_nothing_behind()
    {
        double[] before = GradientOf(() => Sum(Exp(x)));
        void Fail()
        {
            using (Autograd.Record())
            {
                _ = Sum(Exp(x) * x);
                throw new FormatException();
            }
        }

        Assert.Throws<FormatException>(Fail);
        Assert.Equal(before, GradientOf(() => Sum(Exp(x))));
    }

    private double[] GradientOf(Func<Variable<double>> function)
    {
        using (Autograd.Record()) { function().Backward(); }
        return x.Gradient.ToArray();
    }
}
