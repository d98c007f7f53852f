using Xunit;

namespace Autodiff.Tests.Accuracy;

/// <summary>Reductions of many elements, as user code calls them: rounding errors must not pile up with their number.</summary>
public sealed class ReductionAccuracyTests
{
    private const int Many = 1 << 24;
    private const float Tenth = 0.1f;

    [Fact]
    public void Reductions_of_16_million_floats_are_accurate()
    {
        Variable<float> tenths = Variable.Full([Many], Tenth), row = tenths.Reshape(1, Many);
        double tenth = Tenth;
        Near(tenth * Many, Variable.Sum(tenths).Value);
        Near(tenth, Variable.Mean(tenths).Value);
        Near(tenth * Math.Sqrt(Many), Variable.Norm(tenths).Value);
        Near(tenth * Many, Variable.Norm(tenths, 1).Value);
        Near(tenth * Math.Pow(Many, 1.0 / 3), Variable.Norm(tenths, 3).Value);
        Near(tenth + Math.Log(Many), Variable.LogSumExp(tenths).Value);
        Near(tenth * tenth * Many, Variable.MatMul(tenths, tenths).Value);
        Near(tenth * tenth * Many, Variable.MatMul(row, row.Transpose()).Value);
        float[] running = Variable.CumulativeSum(tenths, 0).ToArray();
        foreach (int count in new[] { 1000, 1 << 20, Many }) { Near(tenth * count, running[count - 1]); }
    }

    [Fact]
    public void Gradients_that_sum_over_16_million_floats_are_accurate()
    {
        Variable<float> tenths = Variable.Full([Many], Tenth), factor = Variable.Create([1.0f], []).AttachGradient();
        using (Autograd.Record())
        {
            Autograd.Backward(Variable.Sum(factor * tenths));
        }
        Near((double)Tenth * Many, factor.Gradient.Value);
    }

    [Fact]
    public void Windows_and_batches_of_a_million_rows_are_accurate()
    {
        const int Rows = 1 << 20;
        Variable<float> tenths = Variable.Full([Rows, 2], Tenth);
        Near(Tenth, Variable.AveragePool(tenths, [Rows, 2]).Value);
        Near(Tenth, Variable.AdaptiveAveragePool(tenths.Reshape(4, Rows / 4, 2), 1, 1, 2).ToArray()[1]);
        Variable<float> weights = Variable.Ones<float>(1, 1, 1).AttachGradient();
        using (Autograd.Record()) { Autograd.Backward(Variable.Sum(Variable.Convolve(tenths.Reshape(Rows, 1, 2), weights))); }
        Near((double)Tenth * Rows * 2, weights.Gradient.Value);
    }

    [Fact]
    public void A_million_terms_on_one_place_are_accurate()
    {
        const int Terms = 1 << 20;
        Variable<float> table = Variable.Full([3, 2], Tenth).AttachGradient(), numbers = Variable.Full([2, 3], Tenth).AttachGradient();
        Indices first = Indices.Of(new int[Terms]);
        using (Autograd.Record())
        {
            Autograd.Backward(Variable.Sum(Variable.Embedding(table, first) * Tenth) + Variable.Sum(Variable.IndexSelect(numbers, 1, first) * Tenth));
        }
        foreach (int place in new[] { 0, 1 }) { Near((double)Tenth * Terms, table.Gradient.ToArray()[place]); }
        foreach (int place in new[] { 0, 3 }) { Near((double)Tenth * Terms, numbers.Gradient.ToArray()[place]); }
        Assert.Equal([0f, 0f, 0f, 0f], table.Gradient.ToArray()[2..]);
        Variable<float> row = Variable.Full([3], Tenth).AttachGradient();
        using (Autograd.Record()) { Autograd.Backward(Variable.Sum(Variable.Gather(row, 0, first) * Tenth)); }
        Near((double)Tenth * Terms, row.Gradient.ToArray()[0]);
        Variable<float> batch = Variable.Full([2], Tenth).AttachGradient();
        using (Autograd.Record()) { Autograd.Backward(Variable.Sum(Variable.IndexSelect(batch, 0, first.Reshape(1024, 1024)) * Tenth)); }
        Near((double)Tenth * Terms, batch.Gradient.ToArray()[0]);
        using (Autograd.Record()) { Autograd.Backward(Variable.Sum(Variable.IndexSelect(batch, 0, Indices.Create([1], [])))); }
        Assert.Equal([0f, 1f], batch.Gradient.ToArray());
        Variable<float> added = Variable.IndexAdd(Variable.Full([2, 1], Tenth), 0, first, Variable.Full([Terms, 1], Tenth));
        Near((double)Tenth * (Terms + 1), added.ToArray()[0]);
    }

    [Fact]
    public void The_spread_of_many_floats_is_accurate_beside_a_large_offset()
    {
        // 0, 1, 2, 3 by turns: their mean is 1.5 and their variance 1.25, and float holds the offset and them exactly.
        foreach (float offset in new[] { 0f, 1e4f, 4e6f })
        {
            float[] elements = new float[Many];
            for (int i = 0; i < Many; i++) { elements[i] = offset + (i % 4); }
            Variable<float> x = Variable.Wrap(elements);
            Near(offset + 1.5, Variable.Mean(x).Value);
            Near(1.25 * Many / (Many - 1), Variable.Variance(x).Value);
            Near(Math.Sqrt(1.25), Variable.StandardDeviation(x, correction: 0).Value);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(10_000)]
    public void Softmax_and_log_sum_exp_err_by_the_root_of_their_length(int n)
    {
        Random random = new(n);
        double[] x = [.. Enumerable.Range(0, n).Select(_ => (random.NextDouble() * 40) - 20)];
        BigReal[] exponentials = [.. x.Select(value => BigReal.Exp(value))];
        BigReal sum = exponentials.Aggregate(BigReal.Zero, (total, term) => total + term), logarithm = BigReal.Log(sum);
        double tolerance = 1e-15 * Math.Sqrt(n);
        Variable<double> logits = Variable.Create(x, n);
        Assert.InRange(Relative(Variable.LogSumExp(logits).Value, logarithm), 0, tolerance);
        double[] shares = Variable.Softmax(logits).ToArray(), logarithms = Variable.LogSoftmax(logits).ToArray();
        double[] running = Variable.LogCumulativeSumExp(logits, 0).ToArray();
        Assert.InRange(Relative(running[^1], logarithm), 0, tolerance);
        for (int i = 0; i < n; i++)
        {
            Assert.InRange(Relative(shares[i], exponentials[i] / sum), 0, tolerance);
            Assert.InRange(Relative(logarithms[i], x[i] - logarithm), 0, tolerance);
        }
    }

    private static double Relative(double actual, BigReal exact) => (BigReal.Abs(actual - exact) / BigReal.Abs(exact)).ToDouble();

    private static void Near(double expected, float actual) =>
        Assert.True(Math.Abs((actual / expected) - 1) < 1e-6, $"{actual:R}, exact {expected:R}: off by {Math.Abs((actual / expected) - 1):G3}");
}
