using Xunit;

namespace GradBench.Tests.Evals;

public sealed class LeastSquaresTests
{
    // The last two are of several blocks of points; an odd number of points has one at 0.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    [InlineData(40, 3000)]
    [InlineData(100, 2047)]
    public void Value_and_gradient_are_those_of_the_sums(int coefficients, int points)
    {
        double[] x = Instance.Uniform(new(coefficients), coefficients, -1, 1), gradient = new double[coefficients];
        double value = 0;
        for (int i = 0; i < points; i++)
        {
            double t = -1 + (2.0 * i / (points - 1)), residual = Math.Sign(t);
            for (int j = 0; j < coefficients; j++) { residual -= x[j] * Math.Pow(t, j); }
            for (int j = 0; j < coefficients; j++) { gradient[j] -= residual * Math.Pow(t, j); }
            value += 0.5 * residual * residual;
        }
        var input = new { x, n = points };
        Near.Equal(value, Tool.Number("llsq", "primal", input));
        Near.Equal(gradient, Tool.Numbers("llsq", "gradient", input));
    }
}
