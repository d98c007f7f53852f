namespace Autodiff.Differentiation;

/// <summary>What has to hold of every operation on whole arrays, at a point where it is smooth.</summary>
/// <param name="at">The operation and the point.</param>
/// <param name="reads">Whether the pull looks at an input; null where that is not declared.</param>
/// <param name="list">Where to note what is found.</param>
internal sealed partial class ArrayChecks(ArrayCase at, Func<int, bool>? reads, CheckList list)
{
    /// <summary>Whether the operation is defined where elements of its inputs repeat each other.</summary>
    internal bool MayRepeat { get; init; } = true;

    /// <summary>To which order there are derivatives: all, or 1.</summary>
    internal int Orders { get; init; } = 3;

    private Plain[] Inputs => at.Inputs;

    internal void Run(bool isGeneric = true)
    {
        list.Run("the value is finite", ValueIsFinite);
        list.Run(Orders == 1 ? "gradients equal central differences" : "gradients to the third order equal central differences", GradientsEqualDifferences);
        list.Run("a sweep into attached gradients, one into arrays of its own, and a recorded one agree", SweepsAgree);
        list.Run("pushing forward is the adjoint of pulling back", PushIsAdjointOfPull);
        list.Run("gradients are linear in the cotangent", GradientsAreLinear);
        if (isGeneric) { list.Run("single precision is near double", SingleIsNearDouble); }
        list.Run("views give what dense arrays give", ViewsAgree);
        list.Run("a variable that is passed twice gets both gradients", PassedTwice);
        if (reads is not null) { list.Run("an input may be updated before the sweep if, and only if, it is not read", UpdatesAreNoticed); }
        list.Run("a sweep overwrites a gradient, or adds to it, as requested", SweepsOverwriteOrAdd);
        list.Run("a result that is used twice pulls both", UsedTwice);
    }

    private void ValueIsFinite()
    {
        Plain value = at.Value<double>();
        int infinite = Array.FindIndex(value.Values, number => !double.IsFinite(number));
        if (infinite >= 0) { throw new Mismatch($"element {infinite} is {value.Values[infinite]:R}"); }
    }

    private void GradientsEqualDifferences()
    {
        Plain u = Cotangent(at);
        Plain[][] directions = [.. Enumerable.Range(0, Orders - 1).Select(k => Directions(10 * k))];
        for (int order = 0; order < Orders; order++)
        {
            Plain?[] gradients = at.Derivative(u, directions, order).Gradients;
            for (int i = 0; i < Inputs.Length; i++)
            {
                if (gradients[i] is not { } gradient) { continue; }
                int input = i, k = order;
                double[] differences =
                    [.. Inputs[i].Values.Select((_, element) => at.Difference(moved => moved.Derivative(u, directions, k).Value, input, element))];
                Mismatch.Unless(Inputs[i] with { Values = differences }, gradient, 2e-8, $"order {order + 1}, input {i}");
            }
        }
    }

    private void SweepsAgree()
    {
        Plain u = Cotangent(at);
        Plain?[] attached = at.Gradients<double>(u);
        Mismatch.Unless(at.Derivative(u, [], 0).Gradients, attached, 1e-13, "the gradient");
        if (Orders > 1) { Mismatch.Unless(attached, at.RecordedGradients(u), 1e-12, "the recorded gradient"); }
    }

    private void PushIsAdjointOfPull()
    {
        // ⟨Jv, u⟩ = ⟨v, Jᵀu⟩, with Jv by differences of values and by the derivative of the pull.
        Plain u = Cotangent(at);
        Plain[] v = Directions(20);
        double pulled = at.Gradients<double>(u).Select((gradient, i) => gradient?.Dot(v[i]) ?? 0).Sum();
        Mismatch.Unless(at.DifferenceAlong(u, v), pulled, 1e-8, "⟨v, J'u⟩ beside differences", []);
        if (Orders > 1) { Mismatch.Unless(pulled, at.Pushed(u, v).Dot(u), 1e-12, "⟨Jv, u⟩", []); }
    }

    private void GradientsAreLinear()
    {
        Plain u = Cotangent(at), w = Plain.Weights(u.Shape, 7);
        Plain?[] ofU = at.Gradients<double>(u), ofW = at.Gradients<double>(w);
        Plain?[] ofBoth = at.Gradients<double>(u.Zip(w, (a, b) => (2 * a) - (3 * b)));
        Mismatch.Unless([.. ofU.Select((gradient, i) => gradient?.Zip(ofW[i]!, (a, b) => (2 * a) - (3 * b)))], ofBoth, 1e-12, "the gradient of 2u - 3w");
    }

    private void SingleIsNearDouble()
    {
        ArrayCase rounded = at.At([.. Inputs.Select(input => input.Map(number => (float)number))]);
        Plain u = Cotangent(rounded);
        Mismatch.Unless(rounded.Value<double>(), rounded.Value<float>(), 3e-6, "the value");
        Mismatch.Unless(rounded.Gradients<double>(u), rounded.Gradients<float>(u), 2e-5, "the gradient");
    }

    private void SweepsOverwriteOrAdd()
    {
        Plain u = Cotangent(at);
        Plain?[] once = at.Gradients<double>(u);
        Check(GradientRequest.Write, gradient => gradient);
        Check(GradientRequest.Add, gradient => 2 * gradient);

        void Check(GradientRequest request, Func<double, double> expected)
        {
            using (Autograd.Record())
            {
                Variable<double>[] leaves = at.Leaves<double>(request);
                Variable<double> result = at.Function.Of<double>(leaves);
                ArrayCase.Backward(result, u, retainGraph: true);
                ArrayCase.Backward(result, u);
                Mismatch.Unless([.. once.Select(gradient => gradient?.Map(expected))], at.GradientsOf(leaves), 1e-13, $"the gradient with {request}");
            }
        }
    }

    private void UsedTwice()
    {
        // The inputs are results themselves, and each has a second use: their adjoints are added to.
        Plain u = Cotangent(at);
        Plain[] extra = Directions(40);
        Plain?[] once = at.Gradients<double>(u);
        using (Autograd.Record())
        {
            Variable<double>[] leaves = at.Leaves<double>();
            Variable<double>[] inputs = [.. leaves.Select((leaf, i) => at.IsConstant[i] ? leaf : 2.0 * leaf / 2.0)];
            Variable<double> others = Variable.Zeros<double>();
            for (int i = 0; i < inputs.Length; i++) { others += Variable.Sum(inputs[i] * extra[i].ToVariable<double>()); }
            Variable<double> weight = u.ToVariable<double>(), result = at.Function.Of<double>(inputs), again = at.Function.Of<double>(inputs);
            Variable<double> head = Variable.Sum(result * weight) + others + Variable.Sum(again * weight);
            head.Backward();
            Mismatch.Unless([.. once.Select((gradient, i) => gradient?.Zip(extra[i], (a, b) => (2 * a) + b))], at.GradientsOf(leaves), 1e-12, "the gradient");
        }
    }

    private static Plain Cotangent(ArrayCase at) => Plain.Weights(at.Value<double>().Shape, 5);

    // A constant has no direction to go.
    private Plain[] Directions(int seed) =>
        [.. Inputs.Select((input, i) => at.IsConstant[i] ? input.Map(_ => 0) : Plain.Weights(input.Shape, seed + i + 100))];
}
