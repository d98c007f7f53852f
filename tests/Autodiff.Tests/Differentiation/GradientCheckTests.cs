using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Differentiation;

public sealed class GradientCheckTests
{
    [Fact]
    public void A_right_gradient_passes_with_room()
    {
        GradientCheckResult result = GradientCheck.Run(x => (Exp(x[0]) * Sin(x[1])) + LogGamma(x[0] + 3.0), [0.4, 1.3]);
        Assert.True(result.Passed, result.ToString());
        Assert.InRange(result.Error, 0, 1e-9);
    }

    [Fact]
    public void A_wrong_gradient_fails_and_is_named()
    {
        // Detach cuts half of the derivative of a square.
        GradientCheckResult result = GradientCheck.Run(x => x[0] + (x[1] * x[1].Detach()), [0.4, 1.5]);
        Assert.False(result.Passed);
        Assert.Equal(1, result.Index);
        Assert.Equal(1.5, result.Derivative);
        Assert.Equal(3, result.Difference, 1e-8);
        Assert.Contains("d/dx[1] = 1.5", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_fails()
    {
        Assert.False(GradientCheck.Run(x => x[1] + Sqrt(x[0] - 10.0), [0.4, 1.5]).Passed);
    }

    [Fact]
    public void Nothing_to_compare_passes() => Assert.True(GradientCheck.Run(_ => 3.0, ReadOnlySpan<double>.Empty).Passed);

    [Fact]
    public void A_missing_function_is_an_error() => Assert.Throws<ArgumentNullException>(() => GradientCheck.Run((ScalarFunction<Scalar<double>>)null!, [1.0]));
}
