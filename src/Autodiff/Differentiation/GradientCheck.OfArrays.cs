using Autodiff.Differentiation;

namespace Autodiff;

/// <content>Functions of arrays.</content>
public static partial class GradientCheck
{
    /// <summary>Compares the gradient of a function of arrays with extrapolated central differences.</summary>
    /// <remarks>
    /// A result of several elements is weighted by fixed numbers that no symmetry cancels. The points should lie away from kinks and
    /// from the edge of the domain, by about a hundredth of their coordinates: differences see both sides.
    /// </remarks>
    /// <param name="function">The function.</param>
    /// <param name="points">Its arguments; their elements are counted one after the other.</param>
    /// <param name="tolerance">The error allowed, relative to the larger of 1 and the difference.</param>
    /// <returns>Whether all partial derivatives agree, and the worst of them.</returns>
    public static GradientCheckResult Run(
        ArrayFunction<double> function, ReadOnlySpan<Variable<double>> points, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        Variable<double>[] at = points.ToArray();
        GradientCheckResult worst = new(true, -1, 0, 0, 0, tolerance);
        for (int argument = 0, counted = 0; argument < at.Length; counted += at[argument++].Length)
        {
            worst = Worse(worst, RunOne(Weighted(function, at, argument), at[argument], counted, tolerance));
        }
        return worst;
    }

    /// <summary>Compares the second derivatives of a function of arrays with differences of its gradient.</summary>
    /// <remarks>
    /// What is compared is the gradient of the gradient, weighted by fixed numbers; for the rest see <see cref="Run(ArrayFunction{double},
    /// ReadOnlySpan{Variable{double}}, double)"/>.
    /// </remarks>
    /// <param name="function">The function.</param>
    /// <param name="points">Its arguments; their elements are counted one after the other.</param>
    /// <param name="tolerance">The error allowed, relative to the larger of 1 and the difference.</param>
    /// <returns>Whether all agree, and the worst of them.</returns>
    public static GradientCheckResult RunSecondOrder(
        ArrayFunction<double> function, ReadOnlySpan<Variable<double>> points, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        Variable<double>[] at = points.ToArray();
        GradientCheckResult worst = new(true, -1, 0, 0, 0, tolerance);
        for (int first = 0; first < at.Length; first++)
        {
            int by = first;
            Variable<double> GradientBy(ReadOnlySpan<Variable<double>> x)
            {
                Variable<double>[] others = x.ToArray();
                return Autograd.Gradient(Weighted(function, others, by), others[by]);
            }

            worst = Worse(worst, Run(GradientBy, at, tolerance));
        }
        return worst;
    }

    // The function of one argument, the others fixed, with its result summed up by weights.
    private static Func<Variable<double>, Variable<double>> Weighted(ArrayFunction<double> function, Variable<double>[] at, int argument) => x =>
    {
        Variable<double>[] arguments = [.. at];
        arguments[argument] = x;
        Variable<double> y = function(arguments);
        double[] weights = [.. Enumerable.Range(0, y.Length).Select(i => 1 + Math.Sin(1 + i))];
        return Variable.Sum(y * Variable.Create<double>(weights, y.Shape.Lengths));
    };

    private static GradientCheckResult RunOne(
        Func<Variable<double>, Variable<double>> function, Variable<double> point, int counted, double tolerance)
    {
        double[] gradient = Autograd.Gradient(function, point).ToArray(), elements = point.ToArray();
        GradientCheckResult worst = new(true, -1, 0, 0, 0, tolerance);
        for (int i = 0; i < elements.Length; i++)
        {
            double at = elements[i];
            double Value(double shifted)
            {
                elements[i] = shifted;
                using RecordScope paused = Autograd.Pause();
                return function(Variable.Create<double>(elements, point.Shape.Lengths)).Value;
            }

            double difference = CentralDifference.Derivative(Value, at);
            elements[i] = at;
            worst = Worse(worst, Compare(counted + i, gradient[i], difference, tolerance));
        }
        return worst;
    }
}
