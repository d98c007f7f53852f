using Autodiff.Ops;
using Autodiff.Tests.Reference;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Rules over arrays of different shapes and in any layout, against index arithmetic over numbers.</content>
public sealed partial class OpTableTests
{
    private static readonly (int[] A, int[] B)[] ShapePairs =
    [
        ([3], [2, 3]), ([2, 3], [3]), ([2, 1], [1, 3]), ([1, 3], [2, 1]), ([], [2, 3]), ([2, 3], []), ([1], [2, 3]), ([2, 3], [1, 1]), ([], []), ([], [1]),
        ([2, 1, 3], [4, 1]), ([4, 1, 3], [1, 2, 1]), ([0, 3], [3]), ([1, 3], [0, 1]), ([2, 0], [2, 1]), ([], [0]), ([5, 1], [5, 17]), ([1, 17], [3, 1]),
    ];

    [Theory]
    [MemberData(nameof(NamesOfBinaryWithRule))]
    public void Shapes_broadcast_and_gradients_are_summed_back(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach ((int[] shapeA, int[] shapeB) in ShapePairs)
        {
            foreach ((bool trackA, bool trackB) in new[] { (true, true), (true, false), (false, true) })
            {
                Variable<double> a = Filled(row, 0, shapeA), b = Filled(row, 1, shapeB);
                if (trackA) { a.AttachGradient(); }
                if (trackB) { b.AttachGradient(); }
                BroadcastEqualsNumbers(row, a, b, trackA, trackB);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfBinaryWithRule))]
    public void An_operand_that_is_repeated_in_two_uses_gets_the_sums_of_both(string name)
    {
        OpRow row = OpTable.Row(name);
        Variable<double> a = Filled(row, 0, [3]).AttachGradient(), b = Filled(row, 1, [2, 1]).AttachGradient();
        using (Autograd.Record())
        {
            double[] weight = Weights(6);
            Variable<double>[] once = Gradients(row.Rule!.Apply(a, b), [a, b], weight);
            Variable<double>[] twice = Gradients(row.Rule.Apply(a, b) + row.Rule.Apply(a, b), [a, b], weight);
            for (int i = 0; i < 2; i++) { Near([.. once[i].ToArray().Select(slope => 2 * slope)], twice[i].ToArray(), 1e-13, row, a.ToArray()); }
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfBinaryWithRule))]
    public void One_array_in_both_places_has_the_sum_of_both_gradients(string name)
    {
        OpRow row = OpTable.Row(name);
        double[] x = [.. row.Points().Select(point => Math.Abs(point[1]))];
        Variable<double> array = Variable.Create<double>(x, x.Length).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply(array, array);
            double[] gradient = Autograd.Gradient([y], [array], [Variable.Ones<double>(x.Length)], retainGraph: true)[0].ToArray();
            double[] recorded = Autograd.Gradient([y], [array], [Variable.Ones<double>(x.Length)], createGraph: true)[0].ToArray();
            for (int k = 0; k < x.Length; k++)
            {
                double sum = Modes.Reverse(row.Function, [x[k], x[k]]).Sum();
                Near(sum, gradient[k], 1e-13, row, [x[k], x[k]]);
                Near(sum, recorded[k], 1e-13, row, [x[k], x[k]]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Any_layout_has_the_values_and_gradients_of_dense_memory(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (Func<Variable<double>, Variable<double>> view in Layouts)
        {
            Variable<double>[] stored = [.. Enumerable.Range(0, row.Arity).Select(i => Filled(row, i, [4, 6]).AttachGradient())];
            (double[] Value, double[][] Gradients) strided = ThroughView(row, stored, view, Identity), dense = ThroughView(row, stored, view, Dense);
            Assert.Equal(dense.Value, strided.Value);
            for (int i = 0; i < row.Arity; i++) { Assert.Equal(dense.Gradients[i], strided.Gradients[i]); }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Gradients_of_several_uses_and_of_several_sweeps_add(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points()];
        Variable<double>[] x = Columns<double>(points);
        foreach (Variable<double> variable in x) { variable.AttachGradient(GradientRequest.Add); }
        for (int pass = 1; pass <= 2; pass++)
        {
            using (Autograd.Record())
            {
                // Three uses, with the weights 1, -2 and 4.
                Variable<double> once = row.Rule!.Apply<double>(x), twice = row.Rule.Apply<double>(x), thrice = row.Rule.Apply<double>(x);
                Variable.Sum(once - (twice * 2.0) + (thrice * 4.0)).Backward();
            }

            for (int k = 0; k < points.Length; k++)
            {
                double[] expected = [.. Modes.Reverse(row.Function, points[k]).Select(slope => 3 * pass * slope)];
                Near(expected, [.. x.Select(variable => variable.Gradient.ToArray()[k])], 1e-13, row, points[k]);
            }
        }
    }

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

    private static void BroadcastEqualsNumbers(OpRow row, Variable<double> a, Variable<double> b, bool trackA, bool trackB)
    {
        IndexMap[] maps = [IndexMap.Contiguous([.. a.Shape.Lengths]), IndexMap.Contiguous([.. b.Shape.Lengths])];
        int[] shape = IndexMap.CommonShape(maps);
        double[][] stored = [a.ToArray(), b.ToArray()], expected = [new double[a.Length], new double[b.Length]];
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply(a, b);
            Assert.Equal(Shape.Of(shape), y.Shape);
            double[] values = y.ToArray(), weight = Weights(y.Length);
            IndexMap mapA = maps[0].Broadcast(shape), mapB = maps[1].Broadcast(shape);
            for (int k = 0; k < values.Length; k++)
            {
                double[] x = [stored[0][mapA[k]], stored[1][mapB[k]]];
                double value = row.Rule.Forward(x);
                Near(value, values[k], 1e-13, row, x);
                expected[0][mapA[k]] += weight[k] * row.Rule.Derivative(0, x, value);
                expected[1][mapB[k]] += weight[k] * row.Rule.Derivative(1, x, value);
            }

            Variable<double>[] variables = trackA && trackB ? [a, b] : trackA ? [a] : [b];
            double[][] wanted = trackA && trackB ? expected : trackA ? [expected[0]] : [expected[1]];
            Variable<double>[] cotangent = [Variable.Create<double>(weight, shape)];
            foreach (bool createGraph in new[] { false, true })
            {
                Variable<double>[] gradients = Autograd.Gradient([y], variables, cotangent, retainGraph: true, createGraph);
                for (int i = 0; i < wanted.Length; i++)
                {
                    Assert.Equal(variables[i].Shape, gradients[i].Shape);
                    Near(wanted[i], gradients[i].ToArray(), 1e-11, row, stored[i]);
                }
            }
        }
    }

    private static (double[] Value, double[][] Gradients) ThroughView(
        OpRow row, Variable<double>[] stored, Func<Variable<double>, Variable<double>> view, Func<Variable<double>, Variable<double>> after)
    {
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply<double>([.. stored.Select(x => after(view(x)))]);
            return (y.ToArray(), [.. Gradients(y, stored, Weights(y.Length)).Select(gradient => gradient.ToArray())]);
        }
    }

    private static Variable<double> Identity(Variable<double> x) => x;

    private static Variable<double> Dense(Variable<double> x) => ArrayOperation<Copy, double>.Apply(default, x);

    private static Variable<double> Cut(Variable<double> x, int axis, int start, int count, int step) =>
        Reference.Arrays.Views.Section(x, axis, start, count, step);

    // Arguments of the row's ordinary points, again and again.
    private static Variable<double> Filled(OpRow row, int argument, int[] shape)
    {
        double[] numbers = [.. row.Points().Select(point => point[argument])];
        return Variable.Create<double>([.. Enumerable.Range(0, Shape.Of(shape).ElementCount).Select(k => numbers[k * 5 % numbers.Length])], shape);
    }
}
