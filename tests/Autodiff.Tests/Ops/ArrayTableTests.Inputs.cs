using Autodiff.Ops;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>What kind of inputs it is given makes no difference: views, the same one twice, updated ones.</content>
public sealed partial class ArrayTableTests
{
    [Theory]
    [MemberData(nameof(Names))]
    public void Views_give_what_dense_arrays_of_the_same_elements_give(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            foreach (ViewOfInput view in ViewOfInput.All.Where(view => !(call.IsRegular && view.IsRepeated)))
            {
                Grid[] sources = [.. x.Select(view.Source)];

                // Of a repeated view the elements are equal along an axis, so what is expected is another point.
                Grid[] shown = [.. x.Select((input, i) => input with { Values = [.. view.Places(input.Shape).Select(place => sources[i].Values[place])] })];
                Grid?[] dense = call.Gradients<double>(shown, u);
                using (Autograd.Record())
                {
                    Variable<double>[] leaves = call.Leaves<double>(sources);
                    Variable<double> result = call.Function.Of<double>([.. leaves.Select((leaf, i) => view.Of(leaf, x[i].Shape))]);
                    Near(call.Function.Value<double>(shown), Grid.Of(result), 1e-13, $"{where}, {view}");
                    ArraySweeps.Backward(result, u);
                    for (int i = 0; i < x.Length; i++)
                    {
                        if (dense[i] is not { } gradient) { continue; }
                        double[] expected = new double[sources[i].Values.Length];
                        foreach ((int place, double value) in view.Places(x[i].Shape).Zip(gradient.Values)) { expected[place] += value; }
                        Near(sources[i] with { Values = expected }, Grid.Of(leaves[i].Gradient), 1e-12, $"{where}, {view}, input {i}");
                    }
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_variable_that_is_passed_twice_gets_both_gradients(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = i + 1; j < x.Length; j++)
                {
                    if (!x[i].Shape.SequenceEqual(x[j].Shape) || !call.HasGradient(i) || !call.HasGradient(j)) { continue; }
                    Grid[] same = [.. x];
                    same[j] = x[i];
                    Grid u = Cotangent(call, same);
                    Grid?[] apart = call.Gradients<double>(same, u);
                    using (Autograd.Record())
                    {
                        Variable<double>[] leaves = call.Leaves<double>(same);
                        leaves[j] = leaves[i];
                        ArraySweeps.Backward(call.Function.Of<double>(leaves), u);
                        Near(apart[i]!.Zip(apart[j]!, (a, b) => a + b), Grid.Of(leaves[i].Gradient), 1e-13, $"{where}, inputs {i} and {j} the same");
                    }
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_the_pull_reads_must_not_be_updated_before_the_sweep(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            Grid?[] expected = call.Gradients<double>(x, u);
            for (int i = 0; i < x.Length; i++)
            {
                Variable<double>[] leaves = call.Leaves<double>(x);
                Variable<double> result;
                using (Autograd.Record()) { result = call.Function.Of<double>(leaves); }
                leaves[i].Update(x[i].Values);
                leaves[i].Update([.. x[i].Values.Select(value => value + 1)]);
                if (call.Reads.Contains(i))
                {
                    var error = Record.Exception(() => ArraySweeps.Backward(result, u));
                    Assert.True(error is InvalidOperationException, $"{where}: input {i} is read, and its update was not found");
                    Assert.Contains("updated", error.Message, StringComparison.Ordinal);
                }
                else
                {
                    ArraySweeps.Backward(result, u);
                    NearEach(expected, [.. leaves.Select((leaf, k) => call.HasGradient(k) ? Grid.Of(leaf.Gradient) : null)], 0, $"{where}, input {i} updated");
                }
            }
        });
    }

    /// <summary>A way to see an array as a view of another, stated by the place of each element.</summary>
    private sealed record ViewOfInput(
        string Name, Func<int[], int[]> SourceShape, Func<int[], int[], int[]> SourceIndex, Func<Variable<double>, int[], Variable<double>> View)
    {
        public static ViewOfInput[] All { get; } =
        [
            new(
                "transposed",
                shape => [.. shape.Reverse()],
                (index, _) => [.. index.Reverse()],
                (x, shape) => x.Permute([.. Enumerable.Range(0, shape.Length).Reverse()])),
            new(
                "sliced",
                shape => [.. shape.Select(length => (2 * length) + 1)],
                (index, _) => [.. index.Select(i => (2 * i) + 1)],
                (x, shape) => Sections(x, axis => new(axis, 1, shape[axis], 2))),
            new(
                "flipped",
                shape => shape,
                (index, shape) => [.. index.Select((i, axis) => shape[axis] - 1 - i)],
                (x, shape) => Sections(x, axis => new(axis, shape[axis] - 1, shape[axis], -1))),
            Repeated("repeated along the first axis", 0),
            Repeated("repeated along the last axis", -1),
        ];

        /// <summary>Whether elements are shown more than once.</summary>
        public bool IsRepeated { get; private init; }

        public Variable<double> Of(Variable<double> source, int[] shape) => View(source, shape);

        /// <summary>Where in the source each element stands.</summary>
        public int[] Places(int[] shape)
        {
            Grid places = Grid.Of(SourceShape(shape), [.. Grid.Indices(SourceShape(shape)).Select((_, place) => (double)place)]);
            return [.. Grid.Indices(shape).Select(index => (int)places[SourceIndex(index, shape)])];
        }

        public Grid Source(Grid shown)
        {
            Grid source = Grid.Full(SourceShape(shown.Shape), -7);
            foreach ((int place, double value) in Places(shown.Shape).Zip(shown.Values)) { source.Values[place] = value; }
            return source;
        }

        public override string ToString() => Name;

        private static ViewOfInput Repeated(string name, int axis) =>
            new(name, shape => One(shape, axis, shape), (index, shape) => One(shape, axis, index, 0), (x, shape) => Variable.Expand(x, shape))
            {
                IsRepeated = true,
            };

        // The numbers of an index or a shape with the axis replaced. An empty axis is not repeated: there is nothing.
        private static int[] One(int[] shape, int axis, int[] numbers, int replacement = 1)
        {
            int replaced = axis < 0 ? axis + shape.Length : axis;
            return [.. numbers.Select((number, k) => k == replaced && shape[k] > 0 ? replacement : number)];
        }

        private static Variable<double> Sections(Variable<double> x, Func<int, Section> section)
        {
            for (int axis = 0; axis < x.Rank; axis++) { x = ViewOperation<Section, double>.Apply(section(axis), x); }
            return x;
        }
    }
}
