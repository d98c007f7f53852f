using System.Runtime.CompilerServices;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>Memory: depth, the pool, and how long values live. Point 7 of the semantics and its paragraph on memory.</summary>
public sealed class LifetimeTests
{
    private readonly Variable<double> x = Create<double>([0.5, -1.5, 2], 3).AttachGradient();

    [Fact]
    public void Point_7_a_chain_of_a_million_nodes_is_swept_on_a_small_stack()
    {
        const int Depth = 1_000_000;
        double slope = 0;
        Thread thread = new(
            () =>
            {
                Variable<double> start = Create<double>([1], 1).AttachGradient();
                using (Autograd.Record())
                {
                    Variable<double> y = start;
                    for (int i = 0; i < Depth; i++) { y = y * 1.000001; }
                    Sum(y).Backward();
                }
                slope = start.Gradient.Value;
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(Math.Pow(1.000001, Depth), slope, 1e-8);
    }

    [Fact]
    public void Values_of_a_recording_are_readable_until_the_next_one()
    {
        Variable<double> y;
        using (Autograd.Record())
        {
            y = x * x;
            Sum(y).Backward();
        }
        Assert.Equal([0.25, 2.25, 4], y.ToArray());
        using (Autograd.Record()) { _ = x + x; }
        Assert.Contains("Detach()", Assert.Throws<InvalidOperationException>(() => y.ToArray()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => y.Shape);
        Assert.Throws<InvalidOperationException>(() => y + y);
        Assert.Throws<InvalidOperationException>(() => y.Detach());
    }

    [Fact]
    public void An_inner_recording_takes_no_memory_back()
    {
        using (Autograd.Record())
        {
            Variable<double> y = x * x;
            using (Autograd.Record()) { _ = x + x; }
            Assert.Equal([0.25, 2.25, 4], y.ToArray());
        }
    }

    [Fact]
    public void A_view_of_a_recorded_value_ends_with_it_wherever_it_was_made()
    {
        Variable<double> y, view, paused;
        using (Autograd.Record())
        {
            y = x * 2;
            using (Autograd.Pause()) { paused = y[1..3]; }
        }
        view = y.Reshape(1, 3);
        Assert.Throws<InvalidOperationException>(() => view.Update([1, 2, 3]));
        Assert.Throws<InvalidOperationException>(() => view.AttachGradient());
        Variable<double> kept = view.Detach();
        using (Autograd.Record()) { _ = x * 77; }
        Assert.Throws<InvalidOperationException>(() => view.ToArray());
        Assert.Throws<InvalidOperationException>(() => paused.ToArray());
        Assert.Equal([1, -3, 4], kept.ToArray());
    }

    [Fact]
    public void Values_of_one_element_stay_readable_for_good_with_their_shape()
    {
        Variable<double> loss, matrix;
        using (Autograd.Record())
        {
            loss = Sum(x * x);
            matrix = loss.Reshape(1, 1);
        }
        for (int i = 0; i < 3; i++)
        {
            using (Autograd.Record()) { Sum(x * (i + 2)).Backward(); }
        }
        Assert.Equal(6.5, loss.Value);
        Assert.Equal(Shape.Scalar, loss.Shape);
        Assert.Equal([6.5], matrix.ToArray());
        Assert.Equal(Shape.Of(1, 1), matrix.Shape);
        Assert.Equal(13, (loss + matrix).Value);
        Assert.Equal(6.5, loss.Detach().Value);
    }

    [Fact]
    public void A_head_whose_recording_is_gone_is_told_so()
    {
        Variable<double> old;
        using (Autograd.Record()) { old = Sum(x * x); }
        using (Autograd.Record()) { _ = x + x; }
        Assert.Contains("gone", Assert.Throws<InvalidOperationException>(() => old.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_driver_gives_its_function_and_its_caller_outlives_the_recordings()
    {
        Variable<double> leaked = default, point = Create<double>([1, 2], 2);
        Variable<double> value = Autograd.ValueAndGradient(z => z[0], point).Value;
        point.Update([9, 9]);
        Assert.Equal(1, value.Value);
        using (Autograd.Record())
        {
            Variable<double> recorded = x * x;
            using (Autograd.Pause())
            {
                Autograd.Gradient(
                    z =>
                    {
                        leaked = z;
                        return Sum(z);
                    },
                    recorded);
            }
        }
        using (Autograd.Record()) { _ = x * 77; }
        Assert.Equal([0.25, 2.25, 4], leaked.ToArray());
    }

    [Fact]
    public void Detach_keeps_a_value_beyond_its_recording()
    {
        Variable<double> kept;
        using (Autograd.Record()) { kept = (x * x).Detach(); }
        using (Autograd.Record()) { _ = x + x; }
        Assert.Equal([0.25, 2.25, 4], kept.ToArray());
    }

    [Fact]
    public void Values_made_outside_a_recording_or_in_a_pause_stay()
    {
        Variable<double> outside = x * x, paused, created;
        using (Autograd.Record())
        {
            created = Create<double>([1, 2], 2);
            using (Autograd.Pause()) { paused = x + x; }
        }
        using (Autograd.Record()) { _ = x * 3; }
        Assert.Equal([0.25, 2.25, 4], outside.ToArray());
        Assert.Equal([1, -3, 4], paused.ToArray());
        Assert.Equal([1, 2], created.ToArray());
    }

    [Fact]
    public void A_value_that_was_never_assigned_is_an_error_that_says_so()
    {
        Variable<double> nothing = default;
        Assert.Contains("default", Assert.Throws<InvalidOperationException>(() => nothing.Shape).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => nothing + x);
        Assert.Throws<InvalidOperationException>(() => nothing.Backward());
    }

    [Fact]
    public void Elements_are_float_or_double() => Assert.Throws<NotSupportedException>(() => Zeros<Half>(2));

    [Fact]
    public void A_steady_step_allocates_nothing()
    {
        Variable<float> w = Normal<float>([20, 30], new Random(1)).AttachGradient(), b = Zeros<float>(30).AttachGradient();
        Variable<float> input = Normal<float>([8, 20], new Random(2));
        void Step()
        {
            using (Autograd.Record()) { Sum(Square(Tanh(MatMul(input, w) + b)), [1], keepAxes: false).Reshape(2, 4).Transpose(); }
            using (Autograd.Record()) { Sum(Square(Tanh(MatMul(input, w) + b))).Backward(); }
        }

        for (int i = 0; i < 50; i++) { Step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) { Step(); }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_recording_that_was_large_once_keeps_no_variables_alive_when_small_ones_follow()
    {
        WeakReference reference = RecordOnce();
        for (int i = 0; i < 3; i++)
        {
            using (Autograd.Record()) { Sum(x * x).Backward(); }
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(reference.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference RecordOnce()
        {
            double[] big = new double[100_000];
            Variable<double> v = Create<double>(big, big.Length).AttachGradient();
            Variable<double> y = v;
            using (Autograd.Record())
            {
                for (int i = 0; i < 100; i++) { y = y + v; }
                Sum(y).Backward();
            }
            return new(v.NodeIn(Autodiff.Recording.Recording<double>.Current));
        }
    }
}
