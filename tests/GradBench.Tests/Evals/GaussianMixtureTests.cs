using System.Text.Json;
using Xunit;

namespace GradBench.Tests.Evals;

public sealed class GaussianMixtureTests
{
    [Theory]
    [InlineData(2, 3, 10, 0, 1.0)]
    [InlineData(4, 2, 7, 3, 0.5)]
    [InlineData(1, 2, 5, 1, 2.0)]
    [InlineData(3, 1, 400, 0, 1.0)]
    public void Objective_and_gradient_are_those_of_the_formula(int d, int k, int n, int m, double gamma)
    {
        Random random = new(d);
        int triangle = d * (d - 1) / 2, size = d + d + triangle;
        double[] parameters = Instance.Uniform(random, k * (1 + size), -1, 1);
        double[][] x = Instance.Uniform(random, n, d, -2, 2);
        var parts = Parts(parameters, k, d);
        var input = new { d, k, n, m, gamma, alpha = parts.Alpha, mu = parts.Mu, q = parts.Q, l = parts.L, x };
        Near.Equal(Objective(parameters, x, k, d, m, gamma), Tool.Number("gmm", "objective", input));

        JsonElement jacobian = Tool.Output("gmm", "jacobian", input);
        Assert.Equal(["alpha", "l", "mu", "q"], jacobian.EnumerateObject().Select(static item => item.Name).Order());
        double[] gradient = [.. new[] { "alpha", "mu", "q", "l" }.SelectMany(name => Tool.Flatten(jacobian.GetProperty(name)))];
        Near.Equal(Near.Differences(at => Objective(at, x, k, d, m, gamma), parameters), gradient, 1e-7);
    }

    private static (double[] Alpha, double[][] Mu, double[][] Q, double[][] L) Parts(double[] all, int k, int d)
    {
        ReadOnlySpan<double> rest = all.AsSpan(k);
        int triangle = d * (d - 1) / 2;
        double[][] l = triangle == 0 ? [.. Enumerable.Repeat(Array.Empty<double>(), k)] : Instance.Rows(rest[(2 * k * d)..], triangle);
        return (all[..k], Instance.Rows(rest[..(k * d)], d), Instance.Rows(rest.Slice(k * d, k * d), d), l);
    }

    private static double Objective(double[] parameters, double[][] x, int k, int d, int m, double gamma)
    {
        var (alpha, mu, q, l) = Parts(parameters, k, d);
        double value = (-x.Length * d / 2.0 * Math.Log(2 * Math.PI)) - (x.Length * LogSumExp(alpha));
        foreach (double[] point in x)
        {
            value += LogSumExp([.. Enumerable.Range(0, k).Select(j => alpha[j] + q[j].Sum() - (0.5 * SquaredDistance(point, mu[j], q[j], l[j])))]);
        }
        double freedom = d + m + 1;
        for (int j = 0; j < k; j++)
        {
            double squares = q[j].Sum(static element => Math.Exp(2 * element)) + l[j].Sum(static element => element * element);
            value += (m * q[j].Sum()) - (0.5 * gamma * gamma * squares);
            value += freedom * d * (Math.Log(gamma) - (0.5 * Math.Log(2)));
            value -= 0.25 * d * (d - 1) * Math.Log(Math.PI);
            for (int i = 1; i <= d; i++) { value -= LogGammaOfHalves((d + m + 1) + (1 - i)); }
        }
        return value;
    }

    private static double SquaredDistance(double[] x, double[] mu, double[] q, double[] l)
    {
        double sum = 0;
        double[] scaled = [.. x.Select((element, i) => Math.Exp(q[i]) * (element - mu[i]))];
        int at = 0;
        for (int column = 0; column < x.Length; column++)
        {
            for (int row = column + 1; row < x.Length; row++)
            {
                scaled[row] += l[at] * (x[column] - mu[column]);
                at++;
            }
        }
        foreach (double element in scaled) { sum += element * element; }
        return sum;
    }

    private static double LogSumExp(double[] x) => x.Max() + Math.Log(x.Sum(element => Math.Exp(element - x.Max())));

    // ln Γ(n / 2) by its recursion.
    private static double LogGammaOfHalves(int n) => n switch
    {
        1 => 0.5 * Math.Log(Math.PI),
        2 => 0,
        _ => Math.Log((n / 2.0) - 1) + LogGammaOfHalves(n - 2),
    };
}
