using System.Numerics;
using Autodiff.Recording;

namespace Autodiff.Differentiation;

/// <summary>What has to hold of every rule over arrays: element by element it is what it is on a number.</summary>
/// <param name="rule">The rule.</param>
/// <param name="function">The same on a number of any kind.</param>
/// <param name="points">Points where it is smooth.</param>
/// <param name="edges">Points where it need not be, and where its derivatives may be infinite.</param>
/// <param name="list">Where to note what is found.</param>
internal sealed partial class ElementwiseChecks(Rule rule, IFunction function, double[][] points, double[][] edges, CheckList list)
{
    // A lane may differ from the number by a few ulp; where terms of size 1 cancel, by a few ulp of 1.
    private const int LaneUlps = 8;
    private const int LaneSlack = 4;

    private readonly double[][] allPoints = [.. points, .. edges];

    private int Arity => rule.Reads.Length;

    internal void Run()
    {
        list.Run("the derivative reads what is declared, and nothing else", ReadsAsDeclared);
        list.Run("an input may be updated before the sweep if, and only if, it is not read", UpdatesAreNoticed);
        list.Run("arrays have the values and gradients of their numbers", () => ArraysEqualNumbers<double>(points, LaneSlack));
        list.Run("arrays of single precision have the values and gradients of their numbers", () => ArraysEqualNumbers<float>(points, LaneSlack));
        list.Run("single precision is near double", SingleIsNearDouble);
        list.Run("an adjoint of 0 pulls exactly 0", ZeroPullsZero);
        list.Run("gradients are proportional to the adjoint", GradientsAreProportional);
        list.Run("second derivatives over arrays are those of numbers", () => SecondDerivativesEqualNumbers(points));
        list.Run("third derivatives over arrays are those of numbers", ThirdDerivativesEqualNumbers);
        list.Run("several uses and several sweeps add", UsesAndSweepsAdd);
        list.Run("any layout has the values and gradients of dense memory", LayoutsAgree);
        if (edges.Length > 0)
        {
            list.Run("arrays have the values and gradients of their numbers at the edges", () => ArraysEqualNumbers<double>(edges, slack: 0));
            list.Run("arrays of single precision have them at the edges", () => ArraysEqualNumbers<float>(edges, slack: 0));
            list.Run("second derivatives at the edges are those of numbers", () => SecondDerivativesEqualNumbers(edges));
        }
        if (Arity == 2) { RunForTwo(); }
    }

    private void ReadsAsDeclared()
    {
        foreach (double[] x in allPoints)
        {
            double y = rule.Forward(x);
            for (int i = 0; i < Arity; i++)
            {
                Reads reads = rule.Reads[i];
                double[] visible = [.. x.Select((number, j) => reads.HasFlag(j == 0 ? Reads.A : Reads.B) ? number : double.NaN)];
                double blind = rule.Derivative(i, visible, reads.HasFlag(Reads.Output) ? y : double.NaN);
                Mismatch.Unless(rule.Derivative(i, x, y), blind, 0, $"the derivative {i}, given only {reads},", x);
            }
        }
    }

    private void UpdatesAreNoticed()
    {
        double[][] before = Swept(Columns<double>(points));
        for (int updated = 0; updated < Arity; updated++)
        {
            Variable<double>[] x = Columns<double>(points);
            Variable<double> y;
            using (Autograd.Record()) { y = Variable.Sum(rule.Apply<double>(x)); }
            x[updated].Update(new double[x[updated].Length]);
            string? refusal = null;
            try
            {
                y.Backward();
            }
            catch (InvalidOperationException error)
            {
                refusal = error.Message;
            }
            Mismatch.Require(rule.ReadsArgument(updated) == refusal is not null, $"input {updated} was updated, and the sweep {refusal ?? "passed"}");
            Mismatch.Require(refusal?.Contains(rule.Name, StringComparison.Ordinal) ?? true, $"the refusal does not name the operation: {refusal}");
            if (refusal is not null) { continue; }
            for (int i = 0; i < Arity; i++) { Mismatch.Unless(before[i], x[i].Gradient.ToArray(), 0, "the gradient after an update", []); }
        }
    }

    private void ArraysEqualNumbers<T>(double[][] points, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[][] numbers = [.. points.Select(point => point.Select(T.CreateTruncating).ToArray())];
        Variable<T>[] x = Columns<T>(points);
        T[] weight = [.. Weights(points.Length).Select(T.CreateTruncating)];
        using (Autograd.Record())
        {
            Variable<T> y = rule.Apply<T>(x);
            T[] values = y.ToArray();
            T[][] swept = Gradients(y, x, weight);
            Variable<T>[] recorded = Autograd.Gradient([y], x, [Variable.Create<T>(weight, weight.Length)], createGraph: true);
            for (int k = 0; k < numbers.Length; k++)
            {
                T value = rule.Forward(numbers[k]);
                Agree("value", values[k], value, numbers[k], slack);
                for (int i = 0; i < Arity; i++)
                {
                    T slope = rule.Derivative(i, numbers[k], value) * weight[k];
                    Agree($"gradient {i}", swept[i][k], slope, numbers[k], slack);
                    Agree($"recorded gradient {i}", recorded[i].ToArray()[k], slope, numbers[k], slack);
                }
            }
        }
    }

    private void SingleIsNearDouble()
    {
        double[][] rounded = [.. points.Select(point => point.Select(number => (double)(float)number).ToArray())];
        double[] values = ValueOf<double>(rounded), narrowValues = ValueOf<float>(rounded);
        double[][] gradients = Swept(Columns<double>(rounded)), narrow = Swept(Columns<float>(rounded));
        for (int k = 0; k < points.Length; k++)
        {
            Mismatch.Unless(values[k], narrowValues[k], 4e-6, "the value", points[k]);
            for (int i = 0; i < Arity; i++) { Mismatch.Unless(gradients[i][k], narrow[i][k], 1e-5, $"the gradient {i}", points[k]); }
        }
    }

    private void ZeroPullsZero()
    {
        Variable<double>[] x = Columns<double>(allPoints);
        Variable<double> zero = Variable.Zeros<double>(x[0].Length);
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply<double>(x);
            foreach (bool createGraph in new[] { false, true })
            {
                Variable<double>[] gradients = Autograd.Gradient([y], x, [zero], retainGraph: true, createGraph);
                foreach (double[] gradient in gradients.Select(gradient => gradient.ToArray()))
                {
                    int first = Array.FindIndex(gradient, slope => slope != 0);
                    if (first >= 0) { Mismatch.Unless(0, gradient[first], 0, "what is pulled", allPoints[first]); }
                }
            }
        }
    }

    private void GradientsAreProportional()
    {
        Variable<double>[] x = Columns<double>(points);
        double[] weight = Weights(points.Length);
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply<double>(x);

            // Times a power of two, so without rounding.
            double[][] once = Gradients(y, x, weight), fourTimes = Gradients(y, x, [.. weight.Select(w => -4 * w)]);
            for (int i = 0; i < Arity; i++) { Mismatch.Unless([.. once[i].Select(slope => slope * -4)], fourTimes[i], 0, $"the gradient {i}, times -4,", []); }
        }
    }

    private void UsesAndSweepsAdd()
    {
        Variable<double>[] x = Columns<double>(points);
        foreach (Variable<double> variable in x) { variable.AttachGradient(GradientRequest.Add); }
        for (int pass = 1; pass <= 2; pass++)
        {
            using (Autograd.Record())
            {
                // Three uses, with the weights 1, -2 and 4.
                Variable<double> once = rule.Apply<double>(x), twice = rule.Apply<double>(x), thrice = rule.Apply<double>(x);
                Variable.Sum(once - (twice * 2.0) + (thrice * 4.0)).Backward();
            }

            for (int k = 0; k < points.Length; k++)
            {
                double[] expected = [.. Modes.Reverse(function, points[k]).Select(slope => 3 * pass * slope)];
                Mismatch.Unless(expected, [.. x.Select(variable => variable.Gradient.ToArray()[k])], 1e-13, "the gradient of three uses", points[k]);
            }
        }
    }

    private double[] ValueOf<T>(double[][] points)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Doubles(rule.Apply<T>(Columns<T>(points)).ToArray());

    // The gradients of the sum.
    private double[][] Swept<T>(Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (Autograd.Record()) { Variable.Sum(rule.Apply<T>(x)).Backward(); }
        return [.. x.Select(variable => Doubles(variable.Gradient.ToArray()))];
    }

    // All points: one array for each argument.
    private static Variable<T>[] Columns<T>(double[][] points)
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        .. Enumerable.Range(0, points[0].Length).Select(i =>
            Variable.Create<T>([.. points.Select(point => T.CreateTruncating(point[i]))], points.Length).AttachGradient()),
    ];

    private static T[][] Gradients<T>(Variable<T> y, Variable<T>[] x, T[] weight)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(
            Autograd.Gradient([y], x, [Variable.Create<T>(weight, y.Shape.Lengths)], retainGraph: true), gradient => gradient.ToArray());

    private static double[] Weights(int count) => [.. Enumerable.Range(0, count).Select(k => (k % 5) switch { 0 => 1, 1 => -2, 2 => 0.5, 3 => 4, _ => -0.25 })];

    private static double[] Doubles<T>(T[] x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(x, double.CreateTruncating);

    private static void Agree<T>(string what, T actual, T expected, T[] x, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The sign of a zero is checked of values alone: 0 times a negative weight is a matter of rounding.
        bool near = Mismatch.Agree(actual, expected, LaneUlps, slack) || (T.IsZero(actual) && T.IsZero(expected) && what != "value");
        Mismatch.Require(near, $"the {what} at ({string.Join(", ", x)}) is {actual:R}, alone {expected:R}");
    }

    private static bool IsTracked(Variable<double> value)
    {
        Recording<double> recording = Recording<double>.Current;
        return recording.Tracks(value.NodeIn(recording));
    }
}
