using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

/// <summary>What normalisation does beside its formula: running statistics, digits, memory.</summary>
public sealed class VariableNormalizationTests
{
    [Fact]
    public void A_batch_in_train_mode_moves_the_running_statistics_by_the_momentum_with_the_unbiased_variance()
    {
        Variable<double> mean = Create<double>([10, 20], 2), variance = Create<double>([1, 2], 2);
        using (Autograd.TrainMode()) { BatchNorm(Create<double>([1, 2, 3, 6], 2, 2), runningMean: mean, runningVariance: variance, momentum: 0.25); }
        Assert.Equal([(0.75 * 10) + (0.25 * 2), (0.75 * 20) + (0.25 * 4)], mean.ToArray());
        Assert.Equal([(0.75 * 1) + (0.25 * 2), (0.75 * 2) + (0.25 * 8)], variance.ToArray());
    }

    [Fact]
    public void In_predict_mode_the_running_statistics_normalise_and_stay()
    {
        Variable<double> mean = Create<double>([10.0], 1), variance = Create<double>([4.0], 1);
        Variable<double> y;
        using (Autograd.PredictMode()) { y = BatchNorm(Create<double>([10, 14], 2, 1), runningMean: mean, runningVariance: variance, epsilon: 0); }
        Assert.Equal([0, 2], y.ToArray());
        Assert.Equal(10, mean.Value);
        Assert.Equal(4, variance.Value);
    }

    [Fact]
    public void Without_running_statistics_those_of_the_batch_normalise_in_both_modes()
    {
        Variable<double> x = Create<double>([1, 2, 3, 6], 2, 2);
        using (Autograd.PredictMode()) { Assert.Equal([-1, -1, 1, 1], BatchNorm(x, epsilon: 0).ToArray()); }
    }

    [Fact]
    public void Running_statistics_of_a_wrong_shape_are_refused_before_either_moves()
    {
        Variable<double> mean = Create<double>([10, 20], 2), variance = Create<double>([1, 2, 3], 3);
        using (Autograd.TrainMode())
        {
            Assert.Throws<ShapeMismatchException>(() => BatchNorm(Create<double>([1, 2, 3, 6], 2, 2), runningMean: mean, runningVariance: variance));
        }
        Assert.Equal([10, 20], mean.ToArray());
    }

    [Fact]
    public void A_running_variance_that_cannot_be_updated_is_refused_before_the_mean_moves()
    {
        Variable<double> mean = Create<double>([10.0, 20], 2), tracked = Create<double>([1.0, 2], 2).AttachGradient();
        using (Autograd.Record())
        {
            Assert.Throws<InvalidOperationException>(
                () => BatchNorm(Create<double>([1, 2, 3, 6], 2, 2), runningMean: mean, runningVariance: tracked));
        }
        Assert.Equal([10, 20], mean.ToArray());
    }

    [Fact]
    public void An_empty_batch_gives_nothing_and_moves_nothing()
    {
        Variable<double> mean = Create<double>([10, 20], 2), variance = Create<double>([1, 2], 2);
        using (Autograd.TrainMode())
        {
            Assert.Equal([0, 2, 3], BatchNorm(Zeros<double>(0, 2, 3), runningMean: mean, runningVariance: variance).Shape.Lengths.ToArray());
        }
        Assert.Equal([10, 20], mean.ToArray());
        Assert.Equal([1, 2], variance.ToArray());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(5000)]
    public void Numbers_close_together_and_far_from_zero_keep_their_digits_in_single_precision(int count)
    {
        // Steps of 1/8 around 1 000 000, which floats hold exactly.
        Random random = new(3);
        double[] x = [.. Enumerable.Range(0, count).Select(_ => 1_000_000 + (random.Next(17) / 8.0))];
        double mean = x.Average(), variance = x.Average(value => (value - mean) * (value - mean));
        double[] expected = [.. x.Select(value => (value - mean) / Math.Sqrt(variance + 1e-5))];
        Variable<float> row = Create<float>(Array.ConvertAll(x, value => (float)value), count);
        Near(LayerNorm(row, [count]));
        Near(BatchNorm(row.Reshape(count, 1)));
        Near(BatchNorm(row.Reshape(1, 1, count)));

        void Near(Variable<float> normalized)
        {
            foreach ((double wanted, float came) in expected.Zip(normalized.ToArray())) { Assert.Equal(wanted, came, 1e-5); }
        }
    }

    [Fact]
    public void A_steady_step_allocates_nothing()
    {
        Random random = new(1);
        Variable<float> x = Normal<float>([4, 6, 5, 5], random).AttachGradient(), w = Normal<float>([6], random).AttachGradient();
        Variable<float> b = Normal<float>([6], random).AttachGradient(), mean = Zeros<float>(6), variance = Ones<float>(6);
        void Step()
        {
            using (Autograd.Record())
            {
                Variable<float> y = BatchNorm(GroupNorm(x, 2, w, b), w, b, mean, variance);
                y = InstanceNorm(LayerNorm(y, [5, 5]), w, b);
                y = AveragePool(MaxPool(y, [2, 2], [1, 1], [1, 1]), [2, 2]);
                Sum(Square(AdaptiveMaxPool(y, 2, 2)) + AdaptiveAveragePool(y, 2, 2)).Backward();
            }
        }

        // Borrowed arrays are made anew after a collection of the whole heap, which other tests may cause at any time: so the least of some rounds counts.
        long least = long.MaxValue;
        for (int round = 0; round < 20 && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++) { Step(); }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    public void A_channel_with_NaN_that_nothing_comes_into_passes_nothing_on(params int[] channelsAndExtent)
    {
        int[] shape = [4, .. channelsAndExtent];
        Variable<double> x = Normal<double>(shape, new(3)), u = Normal<double>(shape, new(4)), expectedX = x.AttachGradient();
        Variable<double> spoilt = Create([double.NaN, .. x.ToArray()[1..]], shape).AttachGradient();
        Variable<double> weight = Create([2.0, 3.0], 2).AttachGradient(), spoiltWeight = Create([2.0, 3.0], 2).AttachGradient();
        Variable<double> ofOneChannel = Create<double>([0, 1], [2, .. Enumerable.Repeat(1, channelsAndExtent.Length - 1)]);
        using (Autograd.Record())
        {
            Autograd.Backward(Sum(BatchNorm(expectedX, weight) * (u * ofOneChannel)));
        }
        using (Autograd.Record())
        {
            Autograd.Backward(Sum(Where(ofOneChannel, BatchNorm(spoilt, spoiltWeight) * u, 0.0)));
        }
        Assert.Equal(expectedX.Gradient.ToArray(), spoilt.Gradient.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(weight.Gradient.ToArray(), spoiltWeight.Gradient.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_row_with_NaN_that_nothing_comes_into_leaves_the_gradient_of_the_weights_alone()
    {
        Variable<double> x = Create<double>([double.NaN, 1, 2, 1, 2, 4], 2, 3), secondRow = Create<double>([0, 1], 2, 1);
        Variable<double> weight = Ones<double>(3).AttachGradient(), alone = Ones<double>(3).AttachGradient();
        using (Autograd.Record()) { Autograd.Backward(Sum(Where(secondRow, LayerNorm(x, [3], weight), 0.0))); }
        using (Autograd.Record()) { Autograd.Backward(Sum(LayerNorm(x[1..], [3], alone))); }
        Assert.Equal(alone.Gradient.ToArray(), weight.Gradient.ToArray());
    }

    [Fact]
    public void Floats_whose_squares_overflow_are_normalised()
    {
        Variable<float> x = Create([1e25f, -1e25f, 0], 1, 3).AttachGradient(), column = x.Detach().Reshape(3, 1);
        float[] expected = [MathF.Sqrt(1.5f), -MathF.Sqrt(1.5f), 0];
        Assert.Equal(expected, LayerNorm(x, [3]).ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(expected, RmsNorm(x, [3]).ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(expected, BatchNorm(column).ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        using (Autograd.Record()) { LayerNorm(x, [3])[0, 2].Backward(); }
        float slope = MathF.Sqrt(1.5f) / 3;
        Assert.Equal([-slope, -slope, 2 * slope], x.Gradient.ToArray(), (a, b) => MathF.Abs(a - (b * 1e25f)) < 1e-6f);
    }
}
