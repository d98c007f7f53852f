using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Differentiation;

/// <summary>Positions in a recording, and blocks that are recorded by their Jacobian.</summary>
public sealed class PositionTests
{
    private static readonly double[] Point = [0.3, -1.2, 2.5];

    [Fact]
    public void A_loop_that_sweeps_and_rewinds_each_turn_has_the_gradient_of_the_sum()
    {
        double[] expected = Autograd.Gradient<double>(x => Turns(x), Point), sum = new double[3];
        using (Autograd.Record())
        {
            Scalar<double>[] x = [.. Point.Select(Independent)];
            TapePosition<double> start = Autograd.Position<double>();
            for (int turn = 0; turn < 20; turn++)
            {
                Scalar<double> y = Turn(x, turn);
                Autograd.Backward([y], start);
                for (int i = 0; i < sum.Length; i++) { sum[i] += x[i].Gradient; }
                Autograd.Rewind(start);
                Assert.Equal(start, Autograd.Position<double>());
            }
        }
        Near(expected, sum);
    }

    [Fact]
    public void A_sweep_taken_up_at_a_position_ends_as_one_sweep_does()
    {
        using (Autograd.Record())
        {
            Scalar<double>[] x = [.. Point.Select(Independent)];
            Scalar<double> a = Watch(Sin(x[0] * x[1]) + x[2]), b = Watch(Exp(x[1]) * a);
            TapePosition<double> middle = Autograd.Position<double>();
            Scalar<double> y = (a * b) + Sum<double>([a, b, x[2]]) + Tanh(x[0] + b);
            Autograd.Backward([y], retainGraph: true);
            double[] expected = [.. x.Select(number => number.Gradient)];

            Autograd.Backward([y], until: middle);
            double[] weights = [a.Gradient, b.Gradient, x[0].Gradient, x[2].Gradient];
            Assert.Equal(0, x[1].Gradient);
            Autograd.Backward([a, b, x[0], x[2]], weights);
            Near(expected, [.. x.Select(number => number.Gradient)]);
        }
    }

    [Fact]
    public void A_head_before_the_position_has_its_weight_and_touches_no_other_number()
    {
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(2.0), a = Watch(x * x), b = Watch(a * x);
            TapePosition<double> after = Autograd.Position<double>();
            Autograd.Backward([a], after, [3.0]);
            Assert.Equal([0.0, 3.0, 0.0], [x.Gradient, a.Gradient, b.Gradient]);
        }
    }

    [Fact]
    public void What_does_not_fit_a_position_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Autograd.Position<double>());
        Assert.Throws<InvalidOperationException>(() => Autograd.Rewind(default(TapePosition<double>)));
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(2.0);
            TapePosition<double> start = Autograd.Position<double>();
            Scalar<double> y = x * x;
            TapePosition<double> later = Autograd.Position<double>();
            Assert.NotEqual(start, later);
            Autograd.Rewind(start);
            Assert.Contains("Rewind", Assert.Throws<InvalidOperationException>(() => Autograd.Rewind(later)).Message, StringComparison.Ordinal);
            Assert.Contains("taken back", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Autograd.Backward([Watch(x * x)], start, [1.0, 2.0]));
            Assert.Throws<InvalidOperationException>(() => Autograd.Backward<double>([x * x], default(TapePosition<double>)));
            (x * x).Backward();
            Assert.Throws<InvalidOperationException>(() => Autograd.Rewind(start));
        }
        TapePosition<double> old;
        using (Autograd.Record())
        {
            Independent(1.0);
            old = Autograd.Position<double>();
        }
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(1.0);
            Assert.Throws<InvalidOperationException>(() => Autograd.Rewind(old));
            Assert.Throws<InvalidOperationException>(() => Autograd.Backward([x * x], old));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(19)]
    public void A_block_recorded_by_its_Jacobian_passes_the_same_gradient(int results)
    {
        double[] expected = Autograd.Gradient<double>(x => Whole(x, preaccumulated: false), Point);
        Near(expected, Autograd.Gradient<double>(x => Whole(x, preaccumulated: true), Point));

        // And over dual numbers, whose second derivatives it has to keep.
        double[] direction = [1, -2, 0.5];
        Near(
            Autograd.HessianVectorProduct<double>(x => Whole(x, preaccumulated: false), Point, direction),
            Autograd.HessianVectorProduct<double>(x => Whole(x, preaccumulated: true), Point, direction));

        Scalar<T> Whole<T>(ReadOnlySpan<Scalar<T>> x, bool preaccumulated)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            Scalar<T>[] inputs = [x[0] * x[1], Exp(x[2]), x[1]], y = new Scalar<T>[results];
            if (preaccumulated) { Autograd.Preaccumulate<T>(Block, inputs, y); }
            else { Block<T>(inputs, y); }
            Scalar<T> sum = x[0];
            foreach (Scalar<T> result in y) { sum = Sin(sum) + (result * result); }
            return sum;
        }

        static void Block<T>(ReadOnlySpan<Scalar<T>> x, Span<Scalar<T>> y)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            Scalar<T> running = x[0];
            for (int j = 0; j < y.Length; j++)
            {
                running = Tanh((running * x[1]) + Cos(x[2] * running));
                y[j] = running + x[j % 3];
            }
        }
    }

    [Fact]
    public void A_preaccumulated_block_leaves_one_node_a_result()
    {
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(0.5);
            Scalar<double>[] y = new Scalar<double>[2];
            int before = Autograd.Position<double>().Count;
            Autograd.Preaccumulate<double>((a, b) => (b[0], b[1]) = (Times(100, a[0]), a[0]), [x], y);
            Assert.Equal(before + 2, Autograd.Position<double>().Count);
        }

        static Scalar<double> Times(int count, Scalar<double> x)
        {
            for (int i = 0; i < count; i++) { x = Sin(x) + (x * 0.5); }
            return x;
        }
    }

    [Fact]
    public void A_preaccumulated_block_may_not_reach_around_its_arguments()
    {
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(0.5), other = Independent(2.0);
            Scalar<double>[] y = new Scalar<double>[1];
            Assert.Throws<InvalidOperationException>(() => Autograd.Preaccumulate<double>((a, b) => b[0] = a[0] * other, [x], y));
            Autograd.Preaccumulate<double>((a, b) => b[0] = a[0] * other.Value, [x], y);
            y[0].Backward();
            Assert.Equal(2, x.Gradient);
        }
    }

    [Fact]
    public void A_strong_zero_is_strong_in_each_of_eight_sweeps()
    {
        // The slope of the root is infinite at 0; the second result hides it behind a factor of 0.
        double[,] jacobian = Autograd.Jacobian<double>((x, y) => (y[0], y[1]) = (Sqrt(x[0]) + x[1], (Sqrt(x[0]) * 0.0) + x[1]), [0.0, 1.0], outputs: 2);
        Assert.Equal(double.PositiveInfinity, jacobian[0, 0]);
        Assert.Equal([1.0, 0.0, 1.0], [jacobian[0, 1], jacobian[1, 0], jacobian[1, 1]]);
    }

    private static Scalar<double> Turns(ReadOnlySpan<Scalar<double>> x)
    {
        Scalar<double> sum = 0;
        for (int turn = 0; turn < 20; turn++) { sum += Turn(x, turn); }
        return sum;
    }

    private static Scalar<double> Turn(ReadOnlySpan<Scalar<double>> x, int turn) =>
        Sin((x[0] * turn) + x[1]) * Dot(x, x) + Exp(x[turn % 3] * 0.1);

    private static void Near(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], actual[i], 1e-13 * Math.Max(1, Math.Abs(expected[i]))); }
    }
}
