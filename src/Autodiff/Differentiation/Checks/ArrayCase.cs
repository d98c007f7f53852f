using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>A function of arrays at a point, with its derivatives: those of the sum of the results, each weighted by a cotangent.</summary>
/// <param name="Function">The function.</param>
/// <param name="Inputs">The point.</param>
/// <param name="IsConstant">For each input whether it has no gradient.</param>
internal sealed record ArrayCase(IArrayFunction Function, Plain[] Inputs, bool[] IsConstant)
{
    private const double Step = 1.0 / 2048;

    internal ArrayCase At(Plain[] inputs) => this with { Inputs = inputs };

    internal Plain Value<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Plain.Of(Function.Of<T>([.. Inputs.Select(input => input.ToVariable<T>())]));

    /// <summary>Inputs with a gradient, but for constants.</summary>
    internal Variable<T>[] Leaves<T>(GradientRequest request = GradientRequest.Write)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Inputs.Select((input, i) => IsConstant[i] ? input.ToVariable<T>() : input.ToVariable<T>().AttachGradient(request))];

    /// <summary>What sweeps left in the leaves; null for constants.</summary>
    internal Plain?[] GradientsOf<T>(Variable<T>[] leaves)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. leaves.Select((leaf, i) => IsConstant[i] ? null : Plain.Of(leaf.Gradient))];

    internal Plain?[] Gradients<T>(Plain cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (Autograd.Record())
        {
            Variable<T>[] leaves = Leaves<T>();
            Backward(Function.Of<T>(leaves), cotangent);
            return GradientsOf(leaves);
        }
    }

    /// <summary>The gradients of double, by a sweep that could be differentiated again.</summary>
    internal Plain?[] RecordedGradients(Plain cotangent)
    {
        using (Autograd.Record())
        {
            Variable<double>[] leaves = Leaves<double>(), asked = Asked(leaves);
            Variable<double> s = WithAll(Weighted(Function.Of<double>(leaves), cotangent), asked);
            Queue<Variable<double>> gradients = new(Autograd.Gradient(s, asked, createGraph: true));
            return [.. IsConstant.Select(isConstant => isConstant ? null : Plain.Of(gradients.Dequeue()))];
        }
    }

    internal static void Backward<T>(Variable<T> result, Plain cotangent, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autograd.Backward([result], [cotangent.ToVariable<T>()], retainGraph);

    /// <summary>
    /// s₀ = ⟨f(x), u⟩, and each further s is the derivative of the one before in a direction: s of the order asked for, and its gradients by x.
    /// </summary>
    internal (double Value, Plain?[] Gradients) Derivative(Plain u, Plain[][] directions, int order)
    {
        using (Autograd.Record())
        {
            Variable<double>[] leaves = Leaves<double>(), asked = Asked(leaves);
            Variable<double> s = Weighted(Function.Of<double>(leaves), u);
            for (int k = 0; k < order; k++) { s = InDirection(Autograd.Gradient(WithAll(s, asked), asked, createGraph: true), Asked(directions[k])); }
            Queue<Variable<double>> gradients = new(Autograd.Gradient(WithAll(s, asked), asked));
            return (s.Value, [.. IsConstant.Select(isConstant => isConstant ? null : Plain.Of(gradients.Dequeue()))]);
        }
    }

    /// <summary>The derivative of the results in a direction, by differentiating the pull, which is linear, by its cotangent.</summary>
    internal Plain Pushed(Plain u, Plain[] direction)
    {
        using (Autograd.Record())
        {
            Variable<double>[] leaves = Leaves<double>();
            Variable<double> cotangent = u.ToVariable<double>().AttachGradient();
            Variable<double>[] gradients = Autograd.Gradient([Function.Of<double>(leaves)], Asked(leaves), [cotangent], createGraph: true);
            Variable<double> s = InDirection(gradients, Asked(direction));
            return Plain.Of(Autograd.Gradient(WithAll(s, [cotangent]), [cotangent])[0]);
        }
    }

    /// <summary>The derivative of a number that depends on the point by one element, to fourth order in the step.</summary>
    internal double Difference(Func<ArrayCase, double> number, int input, int element)
    {
        return ((8 * (Shifted(1) - Shifted(-1))) - (Shifted(2) - Shifted(-2))) / (12 * Step);

        double Shifted(int steps)
        {
            double[] values = [.. Inputs[input].Values];
            values[element] += steps * Step;
            return number(At([.. Inputs.Select((plain, i) => i == input ? plain with { Values = values } : plain)]));
        }
    }

    /// <summary>The derivative of ⟨f(x), u⟩ in a direction, by differences.</summary>
    internal double DifferenceAlong(Plain u, Plain[] direction)
    {
        return ((8 * (Moved(1) - Moved(-1))) - (Moved(2) - Moved(-2))) / (12 * Step);

        double Moved(int steps) =>
            u.Dot(At([.. Inputs.Select((plain, i) => IsConstant[i] ? plain : plain.Zip(direction[i], (x, v) => x + (steps * Step * v)))]).Value<double>());
    }

    // Of something for each input, those of the inputs with a gradient.
    private TItem[] Asked<TItem>(TItem[] items) => [.. items.Where((_, i) => !IsConstant[i])];

    private static Variable<double> Weighted(Variable<double> x, Plain weights) => Variable.Sum(x * weights.ToVariable<double>());

    private static Variable<double> InDirection(Variable<double>[] gradients, Plain[] direction) =>
        gradients.Zip(direction, Weighted).Aggregate(Variable.Zeros<double>(), (sum, term) => sum + term);

    // A derivative may well be constant: so it is made to depend on everything.
    private static Variable<double> WithAll(Variable<double> s, Variable<double>[] inputs) =>
        inputs.Aggregate(s, (sum, input) => sum + (0.0 * Variable.Sum(input)));
}
