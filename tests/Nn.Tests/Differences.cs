using System.Globalization;
using Xunit;

namespace Autodiff.Nn.Tests;

/// <summary>Derivatives by central differences, to compare gradients with.</summary>
internal static class Differences
{
    private const double Step = 1e-5, Tolerance = 1e-7;

    /// <summary>Compares the gradient of a loss by some variables, which have gradients attached, with central differences.</summary>
    internal static void AssertGradients(Func<Variable<double>> loss, params ReadOnlySpan<Variable<double>> variables)
    {
        using (Autograd.Record()) { loss().Backward(); }
        foreach (Variable<double> variable in variables)
        {
            double[] gradient = variable.Gradient.ToArray(), at = variable.ToArray();
            for (int i = 0; i < at.Length; i++)
            {
                double slope = (LossAt(loss, variable, at, i, Step) - LossAt(loss, variable, at, i, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(slope - gradient[i]) <= Tolerance * Math.Max(1, Math.Abs(slope)),
                    string.Create(CultureInfo.InvariantCulture, $"element {i} of {variable.Shape}: gradient {gradient[i]}, by differences {slope}"));
            }
            variable.Update(at);
        }
    }

    private static double LossAt(Func<Variable<double>> loss, Variable<double> variable, double[] at, int i, double shift)
    {
        double[] moved = [.. at];
        moved[i] += shift;
        variable.Update(moved);
        return loss().Value;
    }
}
