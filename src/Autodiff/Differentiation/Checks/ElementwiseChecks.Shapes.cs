using Autodiff.Ops;

namespace Autodiff.Differentiation;

/// <content>Arrays of different shapes and in any layout.</content>
internal sealed partial class ElementwiseChecks
{
    private static readonly (int[] A, int[] B)[] ShapePairs =
    [
        ([3], [2, 3]), ([2, 3], [3]), ([2, 1], [1, 3]), ([1, 3], [2, 1]), ([], [2, 3]), ([2, 3], []), ([1], [2, 3]), ([2, 3], [1, 1]), ([], []), ([], [1]),
        ([2, 1, 3], [4, 1]), ([4, 1, 3], [1, 2, 1]), ([0, 3], [3]), ([1, 3], [0, 1]), ([2, 0], [2, 1]), ([], [0]), ([5, 1], [5, 17]), ([1, 17], [3, 1]),
    ];

    private static IEnumerable<Func<Variable<double>, Variable<double>>> Layouts =>
    [
        x => x.Transpose(),
        x => Cut(x, axis: 1, start: 0, count: 3, step: 2),
        x => Cut(x, axis: 0, start: 3, count: 4, step: -1),
        x => Cut(Cut(x, axis: 0, start: 1, count: 2, step: 1), axis: 1, start: 5, count: 5, step: -1).Transpose(),
        x => Variable.Expand(Cut(x, axis: 0, start: 2, count: 1, step: 1), 3, 6),
        x => Variable.Expand(Cut(x, axis: 1, start: 4, count: 1, step: 1), 2, 4, 5),
        x => Cut(x, axis: 0, start: 1, count: 0, step: 1),
    ];

    private void RunForTwo()
    {
        list.Run("shapes broadcast, and gradients are summed back", ShapesBroadcast);
        list.Run("an operand that is repeated in two uses gets the sums of both", RepeatedTwice);
        list.Run("one array in both places has the sum of both gradients", OneArrayInBothPlaces);
    }

    private void ShapesBroadcast()
    {
        foreach ((int[] shapeA, int[] shapeB) in ShapePairs)
        {
            foreach ((bool trackA, bool trackB) in new[] { (true, true), (true, false), (false, true) })
            {
                Variable<double> a = Filled(0, shapeA), b = Filled(1, shapeB);
                if (trackA) { a.AttachGradient(); }
                if (trackB) { b.AttachGradient(); }
                BroadcastEqualsNumbers(a, b, trackA, trackB);
            }
        }
    }

    private void BroadcastEqualsNumbers(Variable<double> a, Variable<double> b, bool trackA, bool trackB)
    {
        double[][] stored = [a.ToArray(), b.ToArray()], expected = [new double[a.Length], new double[b.Length]];
        int[] shape = CommonShape(a.Shape.Lengths, b.Shape.Lengths);
        string what = $"of the shapes {a.Shape} and {b.Shape}";
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply(a, b);
            Mismatch.Require(y.Shape.Lengths.SequenceEqual(shape), $"the result {what} has the shape {y.Shape}");
            double[] values = y.ToArray(), weight = Weights(y.Length);
            for (int k = 0; k < values.Length; k++)
            {
                int placeA = Place(k, shape, a.Shape.Lengths), placeB = Place(k, shape, b.Shape.Lengths);
                double[] x = [stored[0][placeA], stored[1][placeB]];
                double value = rule.Forward(x);
                Mismatch.Unless(value, values[k], 1e-13, $"the value {what}", x);
                expected[0][placeA] += weight[k] * rule.Derivative(0, x, value);
                expected[1][placeB] += weight[k] * rule.Derivative(1, x, value);
            }

            Variable<double>[] variables = trackA && trackB ? [a, b] : trackA ? [a] : [b];
            double[][] wanted = trackA && trackB ? expected : trackA ? [expected[0]] : [expected[1]];
            Variable<double>[] cotangent = [Variable.Create<double>(weight, shape)];
            foreach (bool createGraph in new[] { false, true })
            {
                Variable<double>[] gradients = Autograd.Gradient([y], variables, cotangent, retainGraph: true, createGraph);
                for (int i = 0; i < wanted.Length; i++)
                {
                    Mismatch.Unless(new Plain(variables[i].Shape, wanted[i]), Plain.Of(gradients[i]), 1e-11, $"the gradient {i} {what}");
                }
            }
        }
    }

    private void RepeatedTwice()
    {
        Variable<double> a = Filled(0, [3]).AttachGradient(), b = Filled(1, [2, 1]).AttachGradient();
        using (Autograd.Record())
        {
            double[] weight = Weights(6);
            double[][] once = Gradients(rule.Apply(a, b), [a, b], weight), twice = Gradients(rule.Apply(a, b) + rule.Apply(a, b), [a, b], weight);
            for (int i = 0; i < 2; i++) { Mismatch.Unless([.. once[i].Select(slope => 2 * slope)], twice[i], 1e-13, $"the gradient {i} of two uses", []); }
        }
    }

    private void OneArrayInBothPlaces()
    {
        // Both places must be given a number from the domain of both.
        IEnumerable<double> candidates = points.SelectMany(point => new[] { point[1], Math.Abs(point[1]) }).Distinct();
        double[] x = [.. candidates.Where(number => IsWithin(0, number) && IsWithin(1, number))];
        if (x.Length == 0) { return; }
        Variable<double> array = Variable.Create<double>(x, x.Length).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply(array, array);
            double[] gradient = Autograd.Gradient([y], [array], [Variable.Ones<double>(x.Length)], retainGraph: true)[0].ToArray();
            double[] recorded = Autograd.Gradient([y], [array], [Variable.Ones<double>(x.Length)], createGraph: true)[0].ToArray();
            for (int k = 0; k < x.Length; k++)
            {
                double sum = Modes.Forward(function, [x[k], x[k]]).Sum();
                Mismatch.Unless(sum, Modes.Reverse(function, [x[k], x[k]]).Sum(), 1e-13, "the derivative", [x[k], x[k]]);
                Mismatch.Unless(sum, gradient[k], 1e-13, "the gradient", [x[k], x[k]]);
                Mismatch.Unless(sum, recorded[k], 1e-13, "the recorded gradient", [x[k], x[k]]);
            }
        }
    }

    private void LayoutsAgree()
    {
        foreach (Func<Variable<double>, Variable<double>> view in Layouts)
        {
            Variable<double>[] stored = [.. Enumerable.Range(0, Arity).Select(i => Filled(i, [4, 6]).AttachGradient())];
            (double[] Value, double[][] Gradients) strided = Through(stored, view), dense = Through(stored, x => Copied(view(x)));
            Mismatch.Unless(dense.Value, strided.Value, 0, "the value of a view", []);
            for (int i = 0; i < Arity; i++) { Mismatch.Unless(dense.Gradients[i], strided.Gradients[i], 0, $"the gradient {i} through a view", []); }
        }
    }

    private (double[] Value, double[][] Gradients) Through(Variable<double>[] stored, Func<Variable<double>, Variable<double>> view)
    {
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply<double>([.. stored.Select(view)]);
            return (y.ToArray(), Gradients(y, stored, Weights(y.Length)));
        }
    }

    private bool IsWithin(int argument, double number) => points.Min(point => point[argument]) <= number && number <= points.Max(point => point[argument]);

    // Arguments of the ordinary points, again and again.
    private Variable<double> Filled(int argument, int[] shape) =>
        Variable.Create<double>([.. Enumerable.Range(0, Shape.Of(shape).ElementCount).Select(k => points[k * 5 % points.Length][argument])], shape);

    private static Variable<double> Copied(Variable<double> x) => ArrayOperation<Copy, double>.Apply(default, x);

    private static Variable<double> Cut(Variable<double> x, int axis, int start, int count, int step) =>
        ViewOperation<Section, double>.Apply(new(axis, start, count, step), x);

    private static int[] CommonShape(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int[] common = new int[Math.Max(a.Length, b.Length)];
        for (int k = 1; k <= common.Length; k++)
        {
            int ofA = k <= a.Length ? a[^k] : 1, ofB = k <= b.Length ? b[^k] : 1;
            common[^k] = ofA == 1 ? ofB : ofA;
        }
        return common;
    }

    // Where the element k of the common shape stands in an operand.
    private static int Place(int k, int[] common, ReadOnlySpan<int> shape)
    {
        int place = 0;
        for (int axis = 1, stride = 1; axis <= shape.Length; k /= common[^axis], stride *= shape[^axis], axis++)
        {
            place += shape[^axis] == 1 ? 0 : k % common[^axis] * stride;
        }
        return place;
    }
}
