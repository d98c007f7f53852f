using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class RecurrentTests
{
    private const int Batch = 2, Time = 4, Features = 3, Length = 2;

    private readonly Random random = new(3);

    public static TheoryData<string, int, bool, bool> Networks
    {
        get
        {
            TheoryData<string, int, bool, bool> all = [];
            foreach (string kind in (string[])["Rnn", "Relu", "Gru", "Lstm"])
            {
                foreach (int layers in (int[])[1, 2])
                {
                    foreach (bool bidirectional in (bool[])[false, true]) { all.Add(kind, layers, bidirectional, (layers == 1) != bidirectional); }
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Sequences_are_those_of_plain_loops(string kind, int layers, bool bidirectional, bool biased)
    {
        int directions = bidirectional ? 2 : 1;
        RecurrentWeights<double>[] weights = Weights(kind, layers, directions, biased);
        Variable<double> x = Normal<double>([Batch, Time, Features], random);
        Variable<double> h = Normal<double>([layers * directions, Batch, Length], random), c = Normal<double>([layers * directions, Batch, Length], random);
        (Variable<double> output, Variable<double> hidden, Variable<double> cell) = Run(kind, x, weights, h, c, bidirectional);
        Assert.True(output.Shape.Lengths.SequenceEqual([Batch, Time, directions * Length]));
        Assert.Equal(h.Shape, hidden.Shape);
        for (int example = 0; example < Batch; example++)
        {
            double[][] sequence = [.. Enumerable.Range(0, Time).Select(time => x[example, time].ToArray())];
            for (int layer = 0; layer < layers; layer++)
            {
                double[][][] outputs = new double[directions][][];
                for (int direction = 0; direction < directions; direction++)
                {
                    int k = (layer * directions) + direction;
                    (outputs[direction], double[] last, double[] lastCell) =
                        Plain(weights[k]).Run(kind, sequence, h[k, example].ToArray(), c[k, example].ToArray(), direction == 1);
                    AssertClose(last, hidden[k, example]);
                    if (kind == "Lstm") { AssertClose(lastCell, cell[k, example]); }
                }
                sequence = [.. Enumerable.Range(0, Time).Select(time => outputs.SelectMany(of => of[time]).ToArray())];
            }
            AssertClose([.. sequence.SelectMany(step => step)], output[example]);

            // The same sequence alone.
            (Variable<double> alone, Variable<double> state, _) = Run(kind, x[example], weights, h[.., example], c[.., example], bidirectional);
            AssertClose(output[example].ToArray(), alone);
            AssertClose(hidden[.., example].ToArray(), state);
            Assert.Equal((2, 2), (alone.Rank, state.Rank));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_of_both_orders_equal_central_differences(string kind, int layers, bool bidirectional, bool biased)
    {
        int directions = bidirectional ? 2 : 1;
        RecurrentWeights<double>[] weights = Weights(kind, layers, directions, biased);
        Variable<double>[] points =
        [
            Normal<double>([1, 2, Features], random),
            Normal<double>([layers * directions, 1, Length], random),
            Normal<double>([layers * directions, 1, Length], random),
            .. weights.SelectMany(layer => biased ? [layer.Input, layer.Hidden, layer.InputBias!.Value, layer.HiddenBias!.Value]
                : (Variable<double>[])[layer.Input, layer.Hidden]),
        ];
        GradientCheckResult first = GradientCheck.Run(Function, points, 1e-8);
        Assert.True(first.Passed, first.ToString());
        if (layers == 2 && bidirectional) { return; }
        GradientCheckResult second = GradientCheck.RunSecondOrder(Function, points, 1e-7);
        Assert.True(second.Passed, second.ToString());

        Variable<double> Function(ReadOnlySpan<Variable<double>> x)
        {
            List<RecurrentWeights<double>> given = [];
            for (int i = 3; i < x.Length; i += biased ? 4 : 2)
            {
                given.Add(biased ? new(x[i], x[i + 1], x[i + 2], x[i + 3]) : new RecurrentWeights<double>(x[i], x[i + 1]));
            }
            (Variable<double> output, Variable<double> hidden, Variable<double> cell) = Run(kind, x[0], [.. given], x[1], x[2], bidirectional);
            return Concatenate(0, output.Flatten(), hidden.Flatten() * 0.5, cell.Flatten() * 0.25);
        }
    }

    [Theory]
    [InlineData("Rnn")]
    [InlineData("Relu")]
    [InlineData("Gru")]
    [InlineData("Lstm")]
    public void A_cell_is_a_step_of_plain_loops_whatever_axes_stand_before(string kind)
    {
        RecurrentWeights<double> weights = Weights(kind, 1, 1, biased: true)[0];
        foreach (int[] before in (int[][])[[2], [], [0], [2, 2]])
        {
            Variable<double> x = Normal<double>([.. before, Features], random);
            Variable<double> h = Normal<double>([.. before, Length], random), c = Normal<double>([.. before, Length], random);
            (Variable<double> hidden, Variable<double> cell) = kind switch
            {
                "Rnn" => (Recurrent.RnnCell(x, h, weights), c),
                "Relu" => (Recurrent.RnnCell(x, h, weights, Relu), c),
                "Gru" => (Recurrent.GruCell(x, h, weights), c),
                _ => Recurrent.LstmCell(x, h, c, weights),
            };
            Assert.Equal(h.Shape, hidden.Shape);
            double[][] inputs = Rows(x, Features), states = Rows(h, Length), cells = Rows(c, Length);
            double[][] results = Rows(hidden, Length), lastCells = Rows(cell, Length);
            for (int i = 0; i < inputs.Length; i++)
            {
                (double[] next, double[] nextCell) = Plain(weights).Step(kind, inputs[i], states[i], cells[i]);
                AssertClose(next, Create<double>(results[i]));
                if (kind == "Lstm") { AssertClose(nextCell, Create<double>(lastCells[i])); }
            }
        }
    }

    [Fact]
    public void States_that_are_not_given_are_zeros()
    {
        RecurrentWeights<double>[] weights = Weights("Lstm", 2, 2, biased: true);
        Variable<double> x = Normal<double>([Batch, Time, Features], random), zeros = Zeros<double>(4, Batch, Length);
        Assert.Equal(Recurrent.Lstm(x, weights, (zeros, zeros), true).Output.ToArray(), Recurrent.Lstm(x, weights, null, true).Output.ToArray());
    }

    [Fact]
    public void Sequences_without_steps_and_batches_without_examples_are_empty()
    {
        RecurrentWeights<double>[] weights = Weights("Gru", 1, 1, biased: true);
        Variable<double> h = Normal<double>([1, Batch, Length], random);
        (Variable<double> output, Variable<double> hidden) = Recurrent.Gru(Zeros<double>(Batch, 0, Features), weights, h);
        Assert.True(output.Shape.Lengths.SequenceEqual([Batch, 0, Length]));
        Assert.Equal(h.ToArray(), hidden.ToArray());
        (output, hidden) = Recurrent.Gru(Zeros<double>(0, Time, Features), weights);
        Assert.True(output.Shape.Lengths.SequenceEqual([0, Time, Length]) && hidden.Shape.Lengths.SequenceEqual([1, 0, Length]));
    }

    [Fact]
    public void Single_precision_is_double_precision_to_its_own_accuracy()
    {
        RecurrentWeights<double> layer = Weights("Lstm", 1, 1, biased: true)[0];
        Variable<double> x = Normal<double>([Batch, Time, Features], random);
        double[] expected = Recurrent.Lstm(x, [layer]).Output.ToArray();
        RecurrentWeights<float> single = new(Single(layer.Input), Single(layer.Hidden), Single(layer.InputBias!.Value), Single(layer.HiddenBias!.Value));
        float[] actual = Recurrent.Lstm(Single(x), [single]).Output.ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));

        static Variable<float> Single(Variable<double> of) => Create<float>([.. of.ToArray().Select(value => (float)value)], of.Shape);
    }

    private RecurrentWeights<double>[] Weights(string kind, int layers, int directions, bool biased)
    {
        int rows = Length * kind switch { "Gru" => 3, "Lstm" => 4, _ => 1 };
        return [.. Enumerable.Range(0, layers * directions).Select(k => new RecurrentWeights<double>(
            Normal<double>([rows, k < directions ? Features : directions * Length], random),
            Normal<double>([rows, Length], random),
            biased ? Normal<double>([rows], random) : null,
            biased ? Normal<double>([rows], random) : null))];
    }

    private static (Variable<double> Output, Variable<double> Hidden, Variable<double> Cell) Run(
        string kind, Variable<double> x, RecurrentWeights<double>[] weights, Variable<double> h, Variable<double> c, bool bidirectional)
    {
        if (kind == "Lstm") { return Recurrent.Lstm(x, weights, (h, c), bidirectional); }
        (Variable<double> output, Variable<double> hidden) = kind switch
        {
            "Rnn" => Recurrent.Rnn(x, weights, h, bidirectional),
            "Relu" => Recurrent.Rnn(x, weights, h, bidirectional, Relu),
            _ => Recurrent.Gru(x, weights, h, bidirectional),
        };
        return (output, hidden, c);
    }

    private static PlainNetworks Plain(RecurrentWeights<double> weights) =>
        new(weights.Input.ToArray(), weights.Hidden.ToArray(), weights.InputBias?.ToArray(), weights.HiddenBias?.ToArray(), Length);

    private static double[][] Rows(Variable<double> x, int length) => [.. x.ToArray().Chunk(length)];

    private static void AssertClose(double[] expected, Variable<double> actual) =>
        Assert.Equal(expected, actual.ToArray(), static (a, b) => Math.Abs(a - b) <= 1e-13);
}
