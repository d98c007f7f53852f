using System.Numerics;

namespace Autodiff.Tests.Ops;

/// <summary>Values and derivatives of a call. Derivatives are those of the sum of the results, each weighted by a cotangent.</summary>
internal static class ArraySweeps
{
    private const double Step = 1.0 / 2048;

    public static Grid Value<T>(this IArrayFunction function, params Grid[] x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Grid.Of(function.Of<T>([.. x.Select(input => input.ToVariable<T>())]));

    /// <summary>The gradients by all inputs but masks, for which there is null.</summary>
    public static Grid?[] Gradients<T>(this ArrayCall call, Grid[] x, Grid cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (Autograd.Record())
        {
            Variable<T>[] inputs = call.Leaves<T>(x);
            Backward(call.Function.Of<T>(inputs), cotangent);
            return [.. inputs.Select((input, i) => call.HasGradient(i) ? Grid.Of(input.Gradient) : null)];
        }
    }

    /// <summary>Inputs with a gradient, but for masks.</summary>
    public static Variable<T>[] Leaves<T>(this ArrayCall call, Grid[] x, GradientRequest request = GradientRequest.Write)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. x.Select((input, i) => call.HasGradient(i) ? input.ToVariable<T>().AttachGradient(request) : input.ToVariable<T>())];

    public static void Backward<T>(Variable<T> result, Grid cotangent, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autograd.Backward([result], [cotangent.ToVariable<T>()], retainGraph);

    /// <summary>
    /// s₀ = ⟨f(x), u⟩, and each further s is the derivative of the one before in a direction: s of the order asked for, and its gradients by x.
    /// </summary>
    public static (double Value, Grid?[] Gradients) Derivative(this ArrayCall call, Grid[] x, Grid u, Grid[][] directions, int order)
    {
        using (Autograd.Record())
        {
            Variable<double>[] inputs = call.Leaves<double>(x);
            Variable<double>[] asked = [.. inputs.Where((_, i) => call.HasGradient(i))];
            Variable<double> s = Weighted(call.Function.Of<double>(inputs), u);
            for (int k = 0; k < order; k++)
            {
                Grid[] direction = [.. directions[k].Where((_, i) => call.HasGradient(i))];
                s = InDirection(Autograd.Gradient(WithAll(s, asked), asked, createGraph: true), direction);
            }
            Queue<Variable<double>> gradients = new(Autograd.Gradient(WithAll(s, asked), asked));
            return (s.Value, [.. x.Select((_, i) => call.HasGradient(i) ? Grid.Of(gradients.Dequeue()) : null)]);
        }
    }

    /// <summary>The derivative of the results in a direction, by differentiating the pull, which is linear, by its cotangent.</summary>
    public static Grid Pushed(this ArrayCall call, Grid[] x, Grid u, Grid[] direction)
    {
        using (Autograd.Record())
        {
            Variable<double>[] inputs = call.Leaves<double>(x);
            Variable<double>[] asked = [.. inputs.Where((_, i) => call.HasGradient(i))];
            Variable<double> cotangent = u.ToVariable<double>().AttachGradient();
            Variable<double>[] gradients = Autograd.Gradient(
                [call.Function.Of<double>(inputs)], asked, [cotangent], createGraph: true);
            Variable<double> s = InDirection(gradients, [.. direction.Where((_, i) => call.HasGradient(i))]);
            return Grid.Of(Autograd.Gradient(WithAll(s, [cotangent]), [cotangent])[0]);
        }
    }

    /// <summary>The derivative by one element, to fourth order in the step.</summary>
    public static double Difference(Func<Grid[], double> function, Grid[] x, int input, int element)
    {
        return ((8 * (Shifted(1) - Shifted(-1))) - (Shifted(2) - Shifted(-2))) / (12 * Step);

        double Shifted(int steps)
        {
            double[] values = [.. x[input].Values];
            values[element] += steps * Step;
            return function([.. x.Select((grid, i) => i == input ? grid with { Values = values } : grid)]);
        }
    }

    /// <summary>Numbers of both signs without a pattern, for cotangents and directions.</summary>
    public static Grid Weights(int[] shape, int seed)
    {
        Random random = new(seed);
        return Grid.Of(shape, _ => Math.Round(random.NextDouble() * 512) / 256 - 1);
    }

    public static double Dot(Grid a, Grid b) => a.Values.Zip(b.Values, (x, y) => x * y).Sum();

    private static Variable<double> Weighted(Variable<double> x, Grid weights) => Variable.Sum(x * weights.ToVariable<double>());

    private static Variable<double> InDirection(Variable<double>[] gradients, Grid[] direction) =>
        gradients.Zip(direction, Weighted).Aggregate(Variable.Zeros<double>(), (sum, term) => sum + term);

    // A derivative may well be constant: so it is made to depend on everything.
    private static Variable<double> WithAll(Variable<double> s, Variable<double>[] inputs) =>
        inputs.Aggregate(s, (sum, input) => sum + (0.0 * Variable.Sum(input)));
}
