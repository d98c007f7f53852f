namespace Autodiff.Differentiation;

/// <content>What kind of inputs an operation is given makes no difference: views, the same one twice, updated ones.</content>
internal sealed partial class ArrayChecks
{
    private void ViewsAgree()
    {
        foreach (ViewOfInput view in ViewOfInput.All)
        {
            // A source holds -7 wherever the view does not show it.
            int[][] places = [.. Inputs.Select(input => view.Places(input.Shape))];
            Plain[] sources = [.. Inputs.Select((input, i) => Scattered(input.Values, places[i], view.SourceShape(input.Shape), fill: -7, adds: false))];

            // Of a repeated view the elements are equal along an axis, so what is expected is another point.
            ArrayCase shown = at.At([.. Inputs.Select((input, i) => input with { Values = [.. places[i].Select(place => sources[i].Values[place])] })]);
            if (view.IsRepeated && !(MayRepeat && IsDefined(shown))) { continue; }
            Plain u = Cotangent(shown);
            Plain?[] dense = shown.Gradients<double>(u);
            using (Autograd.Record())
            {
                Variable<double>[] leaves = at.At(sources).Leaves<double>();
                Variable<double> result = at.Function.Of<double>([.. leaves.Select((leaf, i) => view.Of(leaf, Inputs[i].Shape))]);
                Mismatch.Unless(shown.Value<double>(), Plain.Of(result), 1e-13, $"the value, {view}");
                ArrayCase.Backward(result, u);
                Plain?[] expected =
                    [.. dense.Select((gradient, i) => gradient is null ? null : Scattered(gradient.Values, places[i], sources[i].Shape, fill: 0, adds: true))];
                Mismatch.Unless(expected, at.GradientsOf(leaves), 1e-12, $"the gradient, {view}");
            }
        }
    }

    private void PassedTwice()
    {
        for (int i = 0; i < Inputs.Length; i++)
        {
            for (int j = i + 1; j < Inputs.Length; j++)
            {
                if (!Inputs[i].Shape.Equals(Inputs[j].Shape) || at.IsConstant[i] || at.IsConstant[j]) { continue; }
                Plain[] same = [.. Inputs];
                same[j] = Inputs[i];
                ArrayCase twice = at.At(same);
                Plain u = Cotangent(twice);
                Plain?[] apart = twice.Gradients<double>(u);
                using (Autograd.Record())
                {
                    Variable<double>[] leaves = twice.Leaves<double>();
                    leaves[j] = leaves[i];
                    ArrayCase.Backward(at.Function.Of<double>(leaves), u);
                    Plain sum = apart[i]!.Zip(apart[j]!, (a, b) => a + b);
                    Mismatch.Unless(sum, Plain.Of(leaves[i].Gradient), 1e-13, $"inputs {i} and {j} the same: the gradient");
                }
            }
        }
    }

    private void UpdatesAreNoticed()
    {
        Plain u = Cotangent(at);
        Plain?[] expected = at.Gradients<double>(u);
        for (int i = 0; i < Inputs.Length; i++)
        {
            Variable<double>[] leaves = at.Leaves<double>();
            Variable<double> result;
            using (Autograd.Record()) { result = at.Function.Of<double>(leaves); }
            leaves[i].Update(Inputs[i].Values);
            leaves[i].Update([.. Inputs[i].Values.Select(value => value + 1)]);
            string? refusal = null;
            try
            {
                ArrayCase.Backward(result, u);
            }
            catch (InvalidOperationException error)
            {
                refusal = error.Message;
            }
            bool refused = refusal?.Contains("updated", StringComparison.Ordinal) ?? false;
            Mismatch.Require(refused == reads!(i), $"input {i} is {(reads(i) ? "" : "not ")}read, it was updated, and the sweep {refusal ?? "passed"}");
            if (!refused) { Mismatch.Unless(expected, at.GradientsOf(leaves), 0, $"input {i} updated: the gradient"); }
        }
    }

    // Rows that are equal make a matrix singular, and the like.
    private static bool IsDefined(ArrayCase at)
    {
        try
        {
            return Array.TrueForAll(at.Value<double>().Values, double.IsFinite);
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException)
        {
            return false;
        }
    }

    private static Plain Scattered(double[] values, int[] places, Shape shape, double fill, bool adds)
    {
        double[] scattered = new double[shape.ElementCount];
        Array.Fill(scattered, fill);
        foreach ((int place, double value) in places.Zip(values)) { scattered[place] = adds ? scattered[place] + value : value; }
        return new(shape, scattered);
    }
}
