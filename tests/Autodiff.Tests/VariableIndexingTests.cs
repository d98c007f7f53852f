using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

public sealed class VariableIndexingTests
{
    private static Variable<double> Counted(params int[] shape) => Sequence<double>(Shape.Of(shape).ElementCount).Reshape(shape);

    [Fact]
    public void Indices_ranges_and_steps_take_what_they_say()
    {
        Variable<double> x = Counted(3, 4);
        Assert.Equal(6, x[1, 2].Value);
        Assert.Equal(11, x[^1, ^1].Value);
        Assert.Equal([4, 5, 6, 7], x[1].ToArray());
        Assert.Equal([3, 7, 11], x[.., ^1].ToArray());
        Assert.Equal([5, 6, 9, 10], x[1.., 1..3].ToArray());
        Assert.Equal([0, 2, 8, 10], x[Slice.Every(2), Slice.Every(2)].ToArray());
        Assert.Equal([11, 10, 9, 8], x[^1, Slice.Every(-1)].ToArray());
        Assert.Equal(Shape.Of(2, 2), x[1.., 1..3].Shape);
        Assert.Equal(Shape.Scalar, x[0, 0].Shape);
    }

    [Fact]
    public void An_index_below_0_is_refused_with_what_counts_from_the_end()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Counted(3, 4)[1, -1]);
        Assert.Contains("no index -1 along axis 1 of [3, 4]; indices are 0 to 3, or ^1 (the last) to ^4", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => Zeros<double>(0)[0]);
        Assert.Contains("which is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_of_views_name_the_elements_of_the_view()
    {
        Variable<double> x = Counted(4, 6)[Slice.Every(-1), 1..5].Transpose();
        Assert.Equal([20, 14, 8, 2], x[1].ToArray());
        Assert.Equal([22, 16], x[^1, ..2].ToArray());
        Assert.Equal([3, 15], x[2][Slice.Every(-2)].ToArray());
    }

    [Fact]
    public void A_part_shares_the_memory_of_the_whole()
    {
        Variable<double> x = Counted(3, 4);
        Variable<double> column = x[.., 1], backward = Flip(x, 0), row = x[1], diagonal = Diagonal(x);
        x.Update([.. Enumerable.Range(100, 12).Select(i => (double)i)]);
        Assert.Equal([101, 105, 109], column.ToArray());
        Assert.Equal(108, backward[0, 0].Value);
        Assert.Equal([100, 105, 110], diagonal.ToArray());
        row.Update([1, 2, 3, 4]);
        Assert.Equal([2, 101, 109], new[] { x[1, 1].Value, x[0, 1].Value, x[2, 1].Value });
        Assert.Equal([101, 2, 109], column.ToArray());
    }

    [Fact]
    public void An_update_of_a_part_that_a_recording_has_read_is_noticed()
    {
        Variable<double> x = Counted(2, 3).AttachGradient(), rate = Counted(2, 3);
        using (Autograd.Record())
        {
            Variable<double> loss = Sum(x * rate[Slice.Every(-1)]);
            using (Autograd.Pause()) { rate[0].Update([7, 8, 9]); }
            Assert.Throws<InvalidOperationException>(() => loss.Backward());
        }
    }

    [Fact]
    public void Parts_that_overlap_add_their_gradients()
    {
        Variable<double> x = Counted(5).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> loss = Sum(x[..3] * 2.0) + Sum(x[1..4] * 3.0) + Sum(x[Slice.Every(-2)] * 5.0) + x[2] + x[2];
            loss.Backward();
        }
        Assert.Equal([7, 5, 12, 3, 5], x.Gradient.ToArray());
    }

    [Fact]
    public void The_same_row_taken_twice_gets_both_gradients()
    {
        Variable<double> table = Counted(3, 2).AttachGradient();
        Variable<double> weights = Counted(4, 2);
        using (Autograd.Record()) { Sum(IndexSelect(table, 0, [2, 0, 2, 2]) * weights).Backward(); }
        Assert.Equal([2, 3, 0, 0, 0 + 4 + 6, 1 + 5 + 7], table.Gradient.ToArray());
        using (Autograd.Record()) { Sum(Gather(table, 1, Indices.Create([1, 1, 1, 0], 2, 2))).Backward(); }
        Assert.Equal([0, 2, 1, 1, 0, 0], table.Gradient.ToArray());
    }

    [Fact]
    public void Second_derivatives_go_through_parts()
    {
        // f = x₀ x₂ + x₁³ by slices: the Hessian is 1 at (0, 2) and 6 x₁ at (1, 1).
        Variable<double> x = Create([2.0, 3, 5], 3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> ends = x[Slice.Every(2)], middle = x[1..^1];
            Variable<double> f = (ends[0] * ends[^1]) + Sum(middle * middle * middle);
            Variable<double> gradient = Autograd.Gradient(f, [x], createGraph: true)[0];
            Assert.Equal([5, 27, 2], gradient.ToArray());
            Sum(gradient * Create([1.0, 10, 100], 3)).Backward();
        }
        Assert.Equal([100, 180, 1], x.Gradient.ToArray());
    }

    [Fact]
    public void A_gradient_by_a_part_is_that_of_what_was_made_from_it()
    {
        Variable<double> x = Counted(2, 3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> row = x[1];
            Variable<double>[] gradients = Autograd.Gradient(Sum(row * row) + Sum(x), [row, x]);
            Assert.Equal([6, 8, 10], gradients[0].ToArray());
            Assert.Equal([1, 1, 1, 7, 9, 11], gradients[1].ToArray());
        }
    }

    [Fact]
    public void Classification_takes_the_log_probability_of_the_label()
    {
        Variable<double> logits = Create([1.0, 2, 3, 0, 0, 0], 2, 3).AttachGradient();
        Indices labels = Indices.Of([2, 0]).Reshape(-1, 1);
        using (Autograd.Record()) { Sum(Gather(logits, -1, labels).Squeeze(-1) * Create([10.0, 20], 2)).Backward(); }
        Assert.Equal([0, 0, 10, 20, 0, 0], logits.Gradient.ToArray());
    }

    [Fact]
    public void A_steady_loop_over_parts_and_rows_allocates_no_arrays()
    {
        Variable<float> x = Normal<float>([64, 32, 4], new Random(1)).AttachGradient();
        Indices rows = Indices.Of([.. Enumerable.Range(0, 64).Select(i => i * 7 % 64)]);
        Indices places = Indices.Create([.. Enumerable.Range(0, 64).Select(i => i % 32)], 64, 1);
        for (int i = 0; i < 5; i++) { Step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++) { Step(); }
        long perStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
        Assert.True(perStep == 0, $"{perStep} bytes a step");

        void Step()
        {
            using (Autograd.Record())
            {
                Variable<float> part = x[1.., Slice.Every(-1), 2];
                Variable<float> taken = IndexSelect(x, 0, rows)[.., .., 0];
                Variable<float> joined = Concatenate(0, part, Stack(0, taken[0], taken[1]), Flip(taken, 1));
                Variable<float> picked = Gather(taken, 1, places);
                (Sum(joined * joined) + Sum(picked) + Sum(Pad(part, [(1, 1)]))).Backward();
            }
        }
    }
}
