using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Differentiation;

/// <summary>The check of gradients of functions of arrays finds what is wrong, and nothing else.</summary>
public sealed class ArrayGradientCheckTests
{
    private static readonly Variable<double> A = Create<double>([0.5, -0.3, 1.2, 0.7, 0.1, -1], 2, 3), B = Create<double>([1, 0.5, -0.5], 3);

    [Fact]
    public void A_right_gradient_passes_to_second_order()
    {
        static Variable<double> F(ReadOnlySpan<Variable<double>> x) => Tanh(x[0] * x[1]) + MatMul(x[0], Exp(x[1])).Reshape(2, 1);
        GradientCheckResult first = GradientCheck.Run(F, [A, B]), second = GradientCheck.RunSecondOrder(F, [A, B]);
        Assert.True(first.Passed, first.ToString());
        Assert.True(second.Passed, second.ToString());
    }

    [Fact]
    public void A_gradient_that_a_detach_falsified_fails_and_names_the_element()
    {
        static Variable<double> F(ReadOnlySpan<Variable<double>> x) => Sum(x[0] * x[0]) + Sum(x[1] * x[1].Detach());
        GradientCheckResult result = GradientCheck.Run(F, [A, B]);
        Assert.False(result.Passed);
        Assert.Equal(6, result.Index);
        Assert.Equal(2 * result.Derivative, result.Difference, 1e-8);
    }

    [Fact]
    public void A_second_derivative_that_a_detach_falsified_fails_only_at_second_order()
    {
        // eᵈ (x - d) + eᵈ with d = x detached: value and slope are those of eˣ, but the slope is taken for a constant.
        static Variable<double> F(ReadOnlySpan<Variable<double>> x) => Sum(x[0] * x[0]);
        static Variable<double> Wrong(ReadOnlySpan<Variable<double>> x) => Sum(Exp(x[0]).Detach() * (x[0] - x[0].Detach())) + Sum(Exp(x[0].Detach()));
        Assert.True(GradientCheck.RunSecondOrder(F, [B]).Passed);
        Assert.False(GradientCheck.RunSecondOrder(Wrong, [B]).Passed);
    }
}
