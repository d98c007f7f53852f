using Xunit;

namespace GradBench.Tests.Evals;

public sealed class DifferentialEquationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(7, 10)]
    public void The_gradient_is_that_of_the_steps_taken(int unknowns, int steps)
    {
        double[] x = Instance.Uniform(new(unknowns), unknowns, 0.5, 2.5);
        double[] solution = Tool.Numbers("ode", "primal", new { x, s = steps });
        Near.Equal(Solve(x, steps), solution);
        double[] differences = Near.Differences(at => Solve(at, steps)[^1], x);
        Near.Equal(differences, Tool.Numbers("ode", "gradient", new { x, s = steps }), 1e-8);
    }

    // yᵢ = x₀ ... xᵢ tⁱ⁺¹ / (i + 1)!, and for polynomials of up to the fourth degree the steps are exact.
    [Fact]
    public void Four_unknowns_are_solved_exactly()
    {
        double[] x = [1.5, 0.7, -1.1, 2];
        Near.Equal([3, 2.1, -1.54, -1.54], Tool.Numbers("ode", "primal", new { x, s = 3 }));
    }

    private static double[] Solve(double[] x, int steps)
    {
        double h = 2.0 / steps;
        double[] y = new double[x.Length];
        for (int step = 0; step < steps; step++)
        {
            double[] k1 = Slope(x, y), k2 = Slope(x, Moved(y, k1, h / 2)), k3 = Slope(x, Moved(y, k2, h / 2)), k4 = Slope(x, Moved(y, k3, h));
            for (int i = 0; i < y.Length; i++) { y[i] += h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]); }
        }
        return y;
    }

    private static double[] Slope(double[] x, double[] y) => [.. x.Select((element, i) => i == 0 ? element : element * y[i - 1])];

    private static double[] Moved(double[] y, double[] slope, double h) => [.. y.Select((element, i) => element + (h * slope[i]))];
}
