using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>What has to hold of every function of numbers, at ordinary points.</summary>
internal sealed class NumberChecks(IFunction function, double[][] points, CheckList list)
{
    // To fourth order in the step the error of differences is about 1e-11.
    private const double Step = 1.0 / 1024;

    internal void Run()
    {
        list.Run("the value is finite", ValueIsFinite);
        list.Run("every kind of number has the same value", ValueIsTheSameBits);
        list.Run("derivatives equal central differences", DerivativesEqualDifferences);
        list.Run("forward and reverse mode agree", ModesAgree);
        list.Run("nested numbers agree on the second derivatives, and with differences of the first", SecondDerivatives);
        list.Run("numbers of single precision are near those of double", SinglePrecision);
        list.Run("pushing forward is the adjoint of pulling back, and both are linear", Linear);
    }

    private void ValueIsFinite()
    {
        foreach (double[] x in points)
        {
            Mismatch.Require(double.IsFinite(function.Of<double>(x)), $"at ({string.Join(", ", x)}) it is {function.Of<double>(x):R}");
        }
    }

    private void ValueIsTheSameBits()
    {
        foreach (double[] x in points)
        {
            double value = function.Of<double>(x);
            Dual<double>[] duals = [.. x.Select(Dual.Seed)];
            Mismatch.Unless(value, function.Of<Dual<double>>(duals).Value, 0, "the value of Dual", x);
            Mismatch.Unless(value, Autograd.ValueAndGradient<double>(function.Of, x).Value, 0, "the value of Scalar", x);
            Mismatch.Unless(value, function.Of<Dual<Dual<double>>>([.. duals.Select(Dual.Seed)]).Value.Value, 0, "the value of Dual<Dual>", x);
            Mismatch.Unless(value, Autograd.ValueAndGradient<Dual<double>>(function.Of, duals).Value.Value, 0, "the value of Scalar<Dual>", x);
        }
    }

    private void DerivativesEqualDifferences()
    {
        foreach (double[] x in points)
        {
            double[] expected = [.. x.Select((_, i) => Difference(y => function.Of<double>(y), x, i))];
            Mismatch.Unless(expected, Modes.Reverse(function, x), 1e-9, "the derivative", x);
        }
    }

    private void ModesAgree()
    {
        foreach (double[] x in points) { Mismatch.Unless(Modes.Forward(function, x), Modes.Reverse(function, x), 1e-13, "the derivative", x); }
    }

    private void SecondDerivatives()
    {
        foreach (double[] x in points)
        {
            double[] hessian = Flat(Modes.ForwardOverReverse(function, x));
            Mismatch.Unless(hessian, Flat(Modes.ReverseOverForward(function, x)), 1e-13, "the second derivative by Dual<Scalar>", x);
            Mismatch.Unless(hessian, Flat(Modes.ReverseOverReverse(function, x)), 1e-13, "the second derivative by Scalar<Scalar>", x);
            Mismatch.Unless(hessian, Flat(Modes.ForwardOverForward(function, x)), 1e-13, "the second derivative by Dual<Dual>", x);
            for (int i = 0; i < x.Length; i++)
            {
                double[] differences = [.. x.Select((_, j) => Difference(y => Modes.Reverse(function, y)[i], x, j))];
                Mismatch.Unless(differences, hessian.AsSpan(i * x.Length, x.Length).ToArray(), 1e-8, "the second derivative", x);
            }
        }
    }

    private void SinglePrecision()
    {
        foreach (double[] point in points)
        {
            float[] narrow = [.. point.Select(number => (float)number)];
            double[] x = [.. narrow.Select(number => (double)number)];
            double[] expected = Modes.Reverse(function, x);
            Mismatch.Unless(function.Of<double>(x), function.Of<float>(narrow), 1e-6, "the value", x);
            Mismatch.Unless(expected, [.. Autograd.Gradient<float>(function.Of, narrow).Select(slope => (double)slope)], 3e-6, "the derivative of Scalar", x);
            for (int i = 0; i < x.Length; i++)
            {
                Dual<float>[] seeded = [.. narrow.Select((number, j) => new Dual<float>(number, i == j ? 1 : 0))];
                Mismatch.Unless(expected[i], function.Of<Dual<float>>(seeded).Tangent, 3e-6, "the derivative of Dual", x);
            }
        }
    }

    private void Linear()
    {
        double[] direction = [0.75, -1.5, 0.375];
        foreach (double[] x in points)
        {
            double[] gradient = Modes.Reverse(function, x), weighted = new double[x.Length], once = new double[x.Length];
            Autograd.VectorJacobianProduct<double>(Twice, x, [2.5, -0.5], weighted);
            Autograd.VectorJacobianProduct<double>(Twice, x, [0, -1], once);
            Mismatch.Unless([.. gradient.Select(slope => 2 * slope)], weighted, 1e-15, "the gradient of two results", x);
            Mismatch.Unless([.. gradient.Select(slope => -slope)], once, 0, "the gradient with the weight -1", x);
            double forward = Autograd.JacobianVectorProduct<double>(Twice, x, direction.AsSpan(0, x.Length), outputs: 2)[1];
            Mismatch.Unless(gradient.Zip(direction, (slope, v) => slope * v).Sum(), forward, 1e-14, "the derivative in a direction", x);
        }

        void Twice<T>(ReadOnlySpan<T> x, Span<T> y)
            where T : IFloatingPointIeee754<T> =>
            (y[0], y[1]) = (function.Of(x), function.Of(x));
    }

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    private static double Difference(Func<double[], double> function, double[] x, int argument)
    {
        return ((8 * (Shifted(1) - Shifted(-1))) - (Shifted(2) - Shifted(-2))) / (12 * Step);

        double Shifted(int steps)
        {
            double[] shifted = [.. x];
            shifted[argument] += steps * Step;
            return function(shifted);
        }
    }
}
