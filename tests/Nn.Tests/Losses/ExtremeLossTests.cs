using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>Where formulas taken by the word overflow, or lose all digits.</summary>
public sealed class ExtremeLossTests
{
    [Theory]
    [InlineData(1e4, 0, 1e4, 1)]
    [InlineData(1e4, 1, 0, 0)]
    [InlineData(-1e4, 0, 0, 0)]
    [InlineData(-1e4, 1, 1e4, -1)]
    public void Binary_cross_entropy_of_sure_logits(double logit, double label, double loss, double slope)
    {
        Assert.Equal((loss, slope), At(z => Losses.BinaryCrossEntropy(z, label), logit));
        Assert.Equal((loss * (label == 1 ? 3 : 1), slope * (label == 1 ? 3 : 1)), At(z => Losses.BinaryCrossEntropy(z, label, positiveWeights: 3.0), logit));
    }

    [Fact]
    public void Sure_predictions_that_are_right_keep_their_small_losses()
    {
        Assert.Equal(Math.Exp(-40), Losses.BinaryCrossEntropy(Of(40), Of(1), positiveWeights: 1.0).Value, 1e-32);
        Assert.Equal(Math.Exp(-40), Losses.SoftMargin(Of(40), Of(1)).Value, 1e-32);
    }

    [Theory]
    [InlineData(1e4, 1, 0, 0)]
    [InlineData(1e4, -1, 1e4, 1)]
    [InlineData(-1e4, 1, 1e4, -1)]
    public void Soft_margins_of_sure_predictions(double y, double label, double loss, double slope) =>
        Assert.Equal((loss, slope), At(x => Losses.SoftMargin(x, label), y));

    [Theory]
    [InlineData(0, 1, 100, 0)]
    [InlineData(1, 0, 100, 0)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(1, 1, 0, -1)]
    public void Probabilities_of_0_and_1_cost_100_at_most(double p, double label, double loss, double slope) =>
        Assert.Equal((loss, slope), At(x => Losses.BinaryCrossEntropyOfProbabilities(x, label), p));

    [Theory]
    [InlineData(1e4)]
    [InlineData(-1e4)]
    public void Cross_entropies_of_sure_logits(double logit)
    {
        foreach (double smoothing in (double[])[0, 0.25])
        {
            Variable<double> z = Create<double>([logit, 0], 1, 2).AttachGradient();
            int right = logit > 0 ? 0 : 1;
            using (Autograd.Record())
            {
                Variable<double> loss = Losses.CrossEntropy(z, [1 - right], Reduction.Sum, labelSmoothing: smoothing);
                Assert.Equal(1e4 * (1 - (smoothing / 2)), loss.Value, 1e-10);
                loss.Backward();
            }
            double[] gradient = z.Gradient.ToArray();
            Assert.Equal(1 - (smoothing / 2), gradient[right], 1e-14);
            Assert.Equal((smoothing / 2) - 1, gradient[1 - right], 1e-14);
        }
    }

    [Fact]
    public void A_target_probability_of_0_costs_nothing()
    {
        Variable<double> q = Create<double>([double.NegativeInfinity, -1]).AttachGradient(), p = Create<double>([0, 1.0]);
        using (Autograd.Record())
        {
            Variable<double> divergence = Losses.KullbackLeibler(q, p, reduction: Reduction.Sum);
            Assert.Equal(1, divergence.Value);
            divergence.Backward();
        }
        Assert.Equal([0, -1], q.Gradient.ToArray());
        Assert.Equal(1, Losses.KullbackLeibler(q, Create<double>([double.NegativeInfinity, 0]), isLogarithm: true, Reduction.Sum).Value);
    }

    [Fact]
    public void Huge_errors_do_not_overflow_where_the_loss_is_straight()
    {
        Assert.Equal((1e200, 1), At(x => Losses.Huber(x, 0.0), 1e200));
        Assert.Equal((2e200, -2), At(x => Losses.Huber(x, 0.0, delta: 2), -1e200));
    }

    [Fact]
    public void Cosines_of_huge_and_tiny_vectors_are_exact()
    {
        foreach (double size in (double[])[1e200, 1])
        {
            Variable<double> a = Create<double>([3 * size, 4 * size]), b = Create<double>([4 * size, 3 * size]);
            Assert.Equal(0.96, Losses.CosineSimilarity(a, b).Value, 1e-15);
            Assert.Equal(0.04, Losses.CosineEmbedding(a, b, 1.0).Value, 1e-11);
        }
        Variable<double> zero = Zeros<double>(2).AttachGradient(), unit = Create<double>([1.0, 0]);
        using (Autograd.Record())
        {
            Variable<double> cosine = Losses.CosineSimilarity(zero, unit);
            Assert.Equal(0, cosine.Value);
            cosine.Backward();
        }
        Assert.All(zero.Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    private static Variable<double> Of(double value) => Create<double>([value]);

    private static (double Loss, double Slope) At(Func<Variable<double>, Variable<double>> loss, double at)
    {
        Variable<double> x = Create<double>([at], []).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> value = loss(x);
            value.Backward();
            return (value.Value, x.Gradient.Value);
        }
    }
}
