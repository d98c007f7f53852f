using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>Point 8 of the semantics: an adjoint of exactly 0 carries nothing, and anomalies are found all the same.</summary>
public sealed class StrongZeroTests
{
    [Fact]
    public void Point_8_the_branch_not_taken_makes_no_NaN()
    {
        Variable<double> x = Create<double>([4, 0, -1], 3).AttachGradient();
        using (Autograd.Record()) { Sum(Where(x > 0, Sqrt(x), 0)).Backward(); }
        Assert.Equal([0.25, 0, 0], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_8_an_unused_root_of_zero_makes_no_NaN()
    {
        Variable<double> x = Create<double>([0], 1).AttachGradient();
        using (Autograd.Record()) { Sum(Sqrt(x) * 0).Backward(); }
        Assert.Equal([0], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_8_a_zero_adjoint_keeps_its_derivative()
    {
        Variable<double> x = Create<double>([0], 1).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> gradient = Autograd.Gradient(Sum(Square(Tanh(x)) * 0.5), [x], createGraph: true)[0];
            Sum(gradient).Backward();
        }
        Assert.Equal([1], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_8_anomaly_mode_names_operation_shapes_and_line_of_a_hidden_infinity()
    {
        Variable<double> x = Create<double>([4, 0], 2).AttachGradient();
        using (Autograd.DetectAnomalies())
        using (Autograd.Record())
        {
            Variable<double> y = Sum(Where(x > 0, Sqrt(x), 0));
            AnomalyException error = Assert.Throws<AnomalyException>(() => y.Backward());
            Assert.Equal("Sqrt", error.Operation);
            Assert.Contains("[2]", error.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(Point_8_anomaly_mode_names_operation_shapes_and_line_of_a_hidden_infinity), error.Location, StringComparison.Ordinal);
        }
        using (Autograd.Record()) { Sum(Where(x > 0, Sqrt(x), 0)).Backward(); }
        Assert.Equal([0.25, 0], x.Gradient.ToArray());
    }

    [Fact]
    public void Point_8_anomaly_mode_names_the_operand_of_two()
    {
        Variable<double> a = Create<double>([1], 1).AttachGradient(), b = Create<double>([0], 1).AttachGradient();
        using (Autograd.DetectAnomalies())
        using (Autograd.Record())
        {
            AnomalyException error = Assert.Throws<AnomalyException>(() => Sum(a / b).Backward());
            Assert.Equal("Divide", error.Operation);
        }
    }

    [Fact]
    public void Point_8_anomaly_mode_changes_no_gradient()
    {
        Variable<double> x = Create<double>([1.5, -2, 3], 3).AttachGradient(), b = Ones<double>(3).AttachGradient();
        for (int step = 0; step < 3; step++)
        {
            using (Autograd.DetectAnomalies())
            using (Autograd.Record())
            {
                Variable<double> sum = Sum(x);
                (Sum(Where(x, b, b * 2)) + Sum(Where(Relu(x), b, b)) + Sum(Max(x * x, 0)) + sum).Backward();
            }
            Assert.Equal([1, 1, 7], x.Gradient.ToArray());
        }
    }

    [Fact]
    public void Point_8_a_sweep_that_an_anomaly_ended_leaves_gradients_as_they_were()
    {
        Variable<double> w = Create<double>([1, 2], 2).AttachGradient(GradientRequest.Add), x = Create<double>([0], 1).AttachGradient();
        using (Autograd.Record()) { Sum(w * 3).Backward(); }
        using (Autograd.DetectAnomalies())
        using (Autograd.Record())
        {
            Variable<double> y = Sum(Sqrt(x)) + Sum(w * 5);
            Assert.Throws<AnomalyException>(() => y.Backward());
        }
        Assert.Equal([3, 3], w.Gradient.ToArray());
        using (Autograd.Record()) { Sum(w * 3).Backward(); }
        Assert.Equal([6, 6], w.Gradient.ToArray());
    }

    [Fact]
    public void Point_8_anomaly_mode_is_silent_where_all_is_finite()
    {
        Variable<double> x = Create<double>([4, 1], 2).AttachGradient();
        using (Autograd.DetectAnomalies())
        using (Autograd.Record())
        {
            Sum(MatMul(Sqrt(x).Reshape(1, 2), Exp(x).Reshape(2, 1))).Backward();
        }
        Assert.Equal(2, x.Gradient.Length);
    }
}
