using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Recording;

/// <summary>The numbered points of the recording's semantics, as far as they concern numbers.</summary>
public sealed class ScopeTests
{
    [Fact]
    public void Scopes_set_both_flags_and_restore_them()
    {
        Assert.False(Autograd.IsRecording);
        Assert.False(Autograd.IsTraining);
        using (Autograd.Record())
        {
            Assert.True(Autograd.IsRecording && Autograd.IsTraining);
            using (Autograd.Pause())
            {
                Assert.False(Autograd.IsRecording || Autograd.IsTraining);
                using (Autograd.TrainMode()) { Assert.True(Autograd.IsTraining && !Autograd.IsRecording); }
                using (Autograd.Record(trainMode: false)) { Assert.True(Autograd.IsRecording && !Autograd.IsTraining); }
            }
            using (Autograd.PredictMode()) { Assert.True(Autograd.IsRecording && !Autograd.IsTraining); }
            using (Autograd.Pause(trainMode: true)) { Assert.True(!Autograd.IsRecording && Autograd.IsTraining); }
            Assert.True(Autograd.IsRecording && Autograd.IsTraining);
        }
        Assert.False(Autograd.IsRecording || Autograd.IsTraining);
    }

    [Fact]
    public void Scopes_restore_the_flags_when_an_exception_passes()
    {
        static void Fail()
        {
            using (Autograd.Record())
            using (Autograd.Pause())
            {
                throw new FormatException();
            }
        }

        Assert.Throws<FormatException>(Fail);
        Assert.False(Autograd.IsRecording || Autograd.IsTraining);
        Assert.Equal(6, Autograd.Derivative(x => x * x, 3.0));
    }

    [Fact]
    public void Independent_outside_a_recording_is_an_error_that_names_Record()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Independent(1.0));
        Assert.Contains("Record", error.Message, StringComparison.Ordinal);
        using (Autograd.Record())
        using (Autograd.Pause())
        {
            Assert.Throws<InvalidOperationException>(() => Independent(1.0));
        }
    }

    [Fact]
    public void Pause_does_not_stop_arithmetic_on_numbers_that_are_recorded()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Scalar<double> y;
            using (Autograd.Pause()) { y = x * x; }
            y.Backward();
            Assert.Equal(6, x.Gradient);
        }
    }

    [Fact]
    public void Backward_may_stand_after_the_scope()
    {
        Scalar<double> x, y;
        using (Autograd.Record())
        {
            x = Independent(3.0);
            y = x * x;
        }
        y.Backward();
        Assert.Equal(6, x.Gradient);
    }

    [Fact]
    public void A_nested_record_scope_goes_on_with_the_recording()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Scalar<double> y;
            using (Autograd.Record()) { y = x * Independent(2.0); }
            (y * x).Backward();
            Assert.Equal(12, x.Gradient);
        }
    }

    [Fact]
    public void Several_heads_are_one_sweep_with_their_weights()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Scalar<double> square = x * x, sine = Sin(x);
            Autograd.Backward([square, sine, x], [1, 10, 100]);
            Assert.Equal(6 + (10 * Math.Cos(3)) + 100, x.Gradient, 1e-14);
        }
    }

    [Fact]
    public void Heads_without_weights_are_summed()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Autograd.Backward<double>([x * x, x]);
            Assert.Equal(7, x.Gradient);
        }
    }

    [Fact]
    public void Heads_and_weights_must_be_equally_many()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Scalar<double>[] heads = [x * x, x];
            var error = Assert.Throws<ArgumentException>(() => Autograd.Backward(heads, [1.0]));
            Assert.Contains("2 heads and 1", error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Autograd.Backward(ReadOnlySpan<Scalar<double>>.Empty));
            Autograd.Backward<double>(heads);
            Assert.Equal(7, x.Gradient);
        }
    }

    [Fact]
    public void A_second_sweep_is_an_error_that_names_both_ways_out()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Scalar<double> y = x * x, z = y * x;
            y.Backward();
            var error = Assert.Throws<InvalidOperationException>(() => z.Backward());
            Assert.Contains("Backward([first, second])", error.Message, StringComparison.Ordinal);
            Assert.Contains("retainGraph", error.Message, StringComparison.Ordinal);
            Assert.Equal(6, x.Gradient);
        }
    }

    [Fact]
    public void A_retained_recording_sweeps_again_and_goes_on_recording()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = x * x;
            y.Backward(retainGraph: true);
            Assert.Equal(6, x.Gradient);
            y.Backward(retainGraph: true);
            Assert.Equal(6, x.Gradient);
            var z = y * x;
            Assert.Throws<InvalidOperationException>(() => z.Gradient);
            z.Backward();
            Assert.Equal(27, x.Gradient);
            Assert.Equal(1, z.Gradient);
        }
    }

    [Fact]
    public void Gradient_returns_derivatives_by_chosen_numbers()
    {
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(3.0), w = Independent(2.0);
            var product = x * w;
            Assert.Equal([36, 24, 12], Autograd.Gradient(product * product, [w, x, product]));
        }
    }

    [Fact]
    public void Numbers_of_a_swept_recording_are_constants()
    {
        Scalar<double> total = 0.0;
        for (int step = 1; step <= 3; step++)
        {
            using (Autograd.Record())
            {
                var x = Independent((double)step);
                var loss = x * x;
                var withHistory = (total * x) + loss;
                withHistory.Backward();
                Assert.Equal(total.Value + (2 * step), x.Gradient);
                total += loss;
                Assert.Throws<InvalidOperationException>(() => total.Backward());
            }
        }
        Assert.Equal(14, total.Value);
    }

    [Fact]
    public void The_next_outermost_recording_ends_the_gradients_of_the_last()
    {
        Scalar<double> x;
        using (Autograd.Record())
        {
            x = Independent(3.0);
            (x * x).Backward();
        }
        Assert.Equal(6, x.Gradient);
        using (Autograd.Record()) { Assert.Throws<InvalidOperationException>(() => x.Gradient); }
        Assert.Equal(3, x.Value);
    }

    [Fact]
    public void A_forgotten_number_of_an_old_recording_is_a_constant_in_the_new_one()
    {
        Scalar<double> weight;
        using (Autograd.Record()) { weight = Independent(5.0); }
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var other = Independent(7.0);
            var y = (weight * x) + (x * weight) + (weight * weight) + other;
            y.Backward();
            Assert.Equal(10, x.Gradient);
            Assert.Equal(1, other.Gradient);
            Assert.Throws<InvalidOperationException>(() => weight.Gradient);
        }
    }

    [Fact]
    public void A_number_stays_a_constant_in_every_later_recording()
    {
        Scalar<double> weight;
        using (Autograd.Record()) { weight = Independent(5.0); }
        for (int i = 0; i < 200_000; i++)
        {
            using (Autograd.Record())
            {
                var x = Independent(3.0);
                var y = weight * x;
                y.Backward();
                if (x.Gradient != 5) { Assert.Fail($"recording {i}: {x.Gradient}"); }
            }
        }
    }

    [Fact]
    public unsafe void When_the_node_indices_are_used_up_old_numbers_stay_constants()
    {
        static Scalar<double> LastOfItsHead()
        {
            Scalar<double> x;
            using (Autograd.Record()) { x = Independent(5.0); }
            Autograd.Discard();
            x.Tape->LastCount = int.MaxValue - 1000;
            return x;
        }

        LastOfItsHead();
        Scalar<double> old = LastOfItsHead();
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            Assert.Equal(old.Node, x.Node);
            Assert.True(old.Tape != x.Tape);
            var y = (old * x) + (old * old) + Sum<double>([old, x]);
            y.Backward();
            Assert.Equal(6, x.Gradient);
            Assert.Throws<InvalidOperationException>(() => old.Gradient);
        }
    }

    [Fact]
    public void A_function_of_a_swept_number_is_a_constant_in_the_next_recording()
    {
        Scalar<double> average = 0.0;
        for (int step = 1; step <= 5; step++)
        {
            using (Autograd.Record())
            {
                var x = Independent((double)step);
                double expected = average.Value;
                var y = ((0.5 * average) * x) + Exp(-average) + (x * x);
                y.Backward();
                Assert.Equal((0.5 * expected) + (2 * step), x.Gradient);
                average = (0.9 * average) + (0.1 * y);
            }
        }
    }

    [Fact]
    public void An_old_number_inside_a_differentiated_function_is_a_constant_though_its_tape_records_again()
    {
        Scalar<double> old;
        using (Autograd.Record()) { old = Independent(5.0); }
        using (Autograd.Record())
        {
            Independent(3.0);
            Assert.Equal(5, Autograd.Derivative(z => z * old, 1.0));
            Assert.Equal(5, Autograd.Derivative(z => old * z, 1.0));
            Assert.Equal(1, Autograd.Derivative(z => Sum<double>([z, old]), 1.0));
        }
    }

    [Fact]
    public void A_scope_disposed_twice_restores_the_same_state()
    {
        RecordScope scope = Autograd.Record();
        scope.Dispose();
        scope.Dispose();
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            (x * x).Backward();
            Assert.Equal(6, x.Gradient);
        }
        using (Autograd.Record()) { (Independent(2.0) * 3.0).Backward(); }
    }

    [Fact]
    public void Gradient_by_a_number_without_a_node_is_refused_before_the_sweep()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = x * x;
            Scalar<double>[] borrowed = [Exp(x)], constant = [2.0];
            Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, borrowed));
            Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, constant));
            Assert.Equal([6], Autograd.Gradient(y, [x]));
        }
    }

    [Fact]
    public void Discard_drops_the_recording()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = x * x;
            Autograd.Discard();
            Assert.Throws<InvalidOperationException>(() => y.Backward());
            Assert.Equal(9, y.Value);
            var z = Independent(2.0);
            (z * y).Backward();
            Assert.Equal(9, z.Gradient);
        }
    }

    [Fact]
    public void A_recording_that_an_exception_left_is_replaced_by_the_next()
    {
        static void Fail()
        {
            using (Autograd.Record())
            {
                var x = Independent(1.0);
                for (int k = 0; k < 1000; k++) { x *= x; }
                throw new FormatException();
            }
        }

        for (int i = 0; i < 3; i++) { Assert.Throws<FormatException>(Fail); }
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            (x * x).Backward();
            Assert.Equal(6, x.Gradient);
        }
    }

    [Fact]
    public void One_scope_may_hold_one_recording_after_the_other()
    {
        using (Autograd.Record())
        {
            for (int i = 1; i < 100; i++)
            {
                var x = Independent((double)i);
                (x * x).Backward();
                Assert.Equal(2 * i, x.Gradient);
            }
        }
    }
}
