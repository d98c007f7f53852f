using Xunit;

namespace Autodiff.Nn.Tests;

public sealed class LossesTests
{
    public static TheoryData<double, double> LogitsAndLabels()
    {
        TheoryData<double, double> cases = [];
        foreach (double logit in new[] { -30, -2.5, -0.1, 0, 0.7, 3, 30 })
        {
            foreach (double label in new[] { 0, 0.3, 1 }) { cases.Add(logit, label); }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(LogitsAndLabels))]
    public void Binary_cross_entropy_is_the_negative_log_likelihood_and_its_derivative_p_minus_y(double logit, double label)
    {
        double p = 1 / (1 + Math.Exp(-logit)), q = 1 / (1 + Math.Exp(logit));
        double expected = -(label * Math.Log(p)) - ((1 - label) * Math.Log(q));
        Assert.Equal(expected, Losses.BinaryCrossEntropy(logit, label), 1e-14 * Math.Max(1, Math.Abs(logit)));
        Assert.Equal(p - label, Autograd.Derivative(z => Losses.BinaryCrossEntropy(z, label), logit), 1e-15);
        Assert.Equal(-logit, Autograd.Derivative(y => Losses.BinaryCrossEntropy(logit, y), label), 1e-15);
    }

    [Theory]
    [InlineData(1000, 0, 1000, 1)]
    [InlineData(1000, 1, 0, 0)]
    [InlineData(-1000, 0, 0, 0)]
    [InlineData(-1000, 1, 1000, -1)]
    public void Binary_cross_entropy_neither_overflows_nor_loses_its_derivative(double logit, double label, double loss, double derivative)
    {
        Assert.Equal(loss, Losses.BinaryCrossEntropy(logit, label));
        Assert.Equal(derivative, Autograd.Derivative(z => Losses.BinaryCrossEntropy(z, label), logit));
    }

    [Theory]
    [InlineData(1.5, 0.25)]
    [InlineData(-2, 3)]
    [InlineData(0.5, 0.5)]
    public void Squared_error_has_twice_the_error_as_derivative(double y, double target)
    {
        Assert.Equal((y - target) * (y - target), Losses.SquaredError(y, target));
        Assert.Equal(2 * (y - target), Autograd.Derivative(v => Losses.SquaredError(v, target), y));
        Assert.Equal(-2 * (y - target), Autograd.Derivative(t => Losses.SquaredError(y, t), target));
    }

    // The second derivatives are p (1 - p) and 2.
    [Fact]
    public void Losses_are_generic_in_the_number()
    {
        double p = 1 / (1 + Math.Exp(-0.7));
        Assert.Equal(p * (1 - p), Second(z => Losses.BinaryCrossEntropy(z, (Dual<double>)1), 0.7), 1e-15);
        Assert.Equal(2, Second(y => Losses.SquaredError(y, (Dual<double>)3), 0.7));
        Assert.Equal(p - 1, Losses.BinaryCrossEntropy(Dual.Seed(0.7), 1).Tangent, 1e-15);
        Assert.Equal((float)Losses.BinaryCrossEntropy(0.7, 1), Losses.BinaryCrossEntropy(0.7f, 1), 1e-6f);
    }

    private static double Second(Func<Scalar<Dual<double>>, Scalar<Dual<double>>> loss, double at) =>
        Autograd.Derivative(loss, Dual.Seed(at)).Tangent;
}
