using System.Buffers;
using Autodiff.Differentiation;

namespace Autodiff;

/// <summary>Compares the gradient of a function with differences of its values: for tests of one's own functions.</summary>
public static partial class GradientCheck
{
    /// <summary>The error that a correct gradient stays below by far, for functions without cancellation.</summary>
    public const double DefaultTolerance = 1e-7;

    /// <summary>Compares every partial derivative of f: Rⁿ → R at a point with an extrapolated central difference.</summary>
    /// <remarks>
    /// The point should lie away from kinks and from the edge of the domain, by about a hundredth of its coordinates: differences see
    /// both sides.
    /// </remarks>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="tolerance">The error allowed, relative to the larger of 1 and the difference.</param>
    /// <returns>Whether all agree, and the worst of them.</returns>
    public static GradientCheckResult Run(
        ScalarFunction<Scalar<double>> function, ReadOnlySpan<double> point, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        double[] gradient = Autograd.Gradient(function, point);
        Scalar<double>[] x = ArrayPool<Scalar<double>>.Shared.Rent(point.Length);
        for (int i = 0; i < point.Length; i++) { x[i] = point[i]; }
        GradientCheckResult worst = new(true, -1, 0, 0, 0, tolerance);
        for (int i = 0; i < point.Length; i++)
        {
            double at = point[i];
            int index = i, length = point.Length;
            double Value(double shifted)
            {
                x[index] = shifted;
                return function(x.AsSpan(0, length)).Value;
            }

            double difference = CentralDifference.Derivative(Value, at);
            x[i] = at;
            GradientCheckResult result = Compare(i, gradient[i], difference, tolerance);
            worst = Worse(worst, result);
        }
        ArrayPool<Scalar<double>>.Shared.Return(x);
        return worst;
    }

    private static GradientCheckResult Compare(int index, double derivative, double difference, double tolerance)
    {
        // Infinities and NaN agree only with themselves.
        double error = derivative.Equals(difference) ? 0 : Math.Abs(derivative - difference) / Math.Max(1, Math.Abs(difference));
        return new(error <= tolerance, index, derivative, difference, error, tolerance);
    }

    private static GradientCheckResult Worse(GradientCheckResult worst, GradientCheckResult next) =>
        !double.IsNaN(worst.Error) && !(next.Error <= worst.Error) ? next : worst;
}
