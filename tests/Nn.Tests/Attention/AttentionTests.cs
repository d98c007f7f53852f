using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class AttentionTests
{
    private const int Batch = 2, Queries = 3, Keys = 4, Length = 4, Heads = 2;

    private readonly Random random = new(17);
    private readonly Variable<double> q, k, v, input, inputBias, output, outputBias;

    public AttentionTests()
    {
        q = Normal<double>([Batch, Queries, Length], random);
        (k, v) = (Normal<double>([Batch, Keys, Length], random), Normal<double>([Batch, Keys, Length], random));
        (input, inputBias) = (Normal<double>([3 * Length, Length], random), Normal<double>([3 * Length], random));
        (output, outputBias) = (Normal<double>([Length, Length], random), Normal<double>([Length], random));
    }

    private MultiHeadWeights<double> Weights => new(Heads, input, output, inputBias, outputBias);

    [Fact]
    public void Each_head_attends_with_its_part_of_the_vectors()
    {
        MultiHeadWeights<double>[] all = [Weights, new(Heads, input, output), new(1, input, output), new(Length, input, output)];
        foreach (MultiHeadWeights<double> weights in all)
        {
            (double[] expected, double[] mean) = ByLoops(weights, q, k, v, (_, _, _) => true);
            AssertClose(expected, Attention.MultiHead(q, k, v, weights));
            (Variable<double> found, Variable<double> shares) = Attention.MultiHeadWithWeights(q, k, v, weights);
            AssertClose(expected, found);
            AssertClose(mean, shares);
            Assert.True(shares.Shape.Lengths.SequenceEqual([Batch, Queries, Keys]));
        }
    }

    [Fact]
    public void Masks_and_order_in_time_hide_keys()
    {
        Variable<double> mask = Create<double>([1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0], Queries, Keys);
        Variable<double> padding = Create<double>([1, 1, 0, 0, 1, 1, 1, 0], Batch, 1, 1, Keys);
        double[] of = mask.ToArray(), padded = padding.ToArray();
        AssertClose(ByLoops(Weights, q, k, v, (_, i, j) => of[(i * Keys) + j] != 0).Output, Attention.MultiHead(q, k, v, Weights, mask));
        AssertClose(ByLoops(Weights, q, k, v, (b, _, j) => padded[(b * Keys) + j] != 0).Output, Attention.MultiHead(q, k, v, Weights, padding));
        AssertClose(ByLoops(Weights, q, k, v, (_, i, j) => j <= i).Output, Attention.MultiHead(q, k, v, Weights, causal: true));
        Variable<double> bias = Where<double>(mask, 0.0, double.NegativeInfinity);
        AssertClose(ByLoops(Weights, q, k, v, (_, i, j) => of[(i * Keys) + j] != 0).Output, Attention.MultiHead(q, k, v, Weights, bias: bias));
    }

    [Fact]
    public void A_sequence_attends_to_itself_by_one_product()
    {
        AssertClose(Attention.MultiHead(q, q, q, Weights).ToArray(), Attention.MultiHead(q, Weights));
        AssertClose(Attention.MultiHead(q, q, q, Weights, causal: true).ToArray(), Attention.MultiHead(q, Weights, causal: true));
        AssertClose(Attention.MultiHead(q, Weights)[1].ToArray(), Attention.MultiHead(q[1], Weights));
        Assert.True(Attention.MultiHead(Zeros<double>(0, 3, Length), Weights).Shape.Lengths.SequenceEqual([0, 3, Length]));
    }

    [Fact]
    public void Gradients_of_both_orders_equal_central_differences()
    {
        Variable<double>[] points = [q[..1, ..2], k[..1, ..2], v[..1, ..2], input, inputBias, output, outputBias];
        GradientCheckResult first = GradientCheck.Run(Output, points, 1e-8), second = GradientCheck.RunSecondOrder(Output, points, 1e-7);
        Assert.True(first.Passed && second.Passed, $"{first} {second}");
        GradientCheckResult shares = GradientCheck.Run(Shares, points.AsSpan(0, 5), 1e-8);
        Assert.True(shares.Passed, shares.ToString());
        GradientCheckResult self = GradientCheck.Run(Self, [points[0], .. points[3..]], 1e-8);
        Assert.True(self.Passed, self.ToString());

        static Variable<double> Output(ReadOnlySpan<Variable<double>> x) =>
            Attention.MultiHead(x[0], x[1], x[2], new(Heads, x[3], x[5], x[4], x[6]), causal: true);

        Variable<double> Shares(ReadOnlySpan<Variable<double>> x) =>
            Attention.MultiHeadWithWeights(x[0], x[1], x[2], new(Heads, x[3], output, x[4])).Weights;

        static Variable<double> Self(ReadOnlySpan<Variable<double>> x) => Attention.MultiHead(x[0], new(Heads, x[1], x[3], x[2], x[4]));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Refused<ShapeMismatchException>(() => new MultiHeadWeights<double>(2, Zeros<double>(8, 4), output), "[8, 4]", "[4, 4]");
        Refused<ShapeMismatchException>(() => new MultiHeadWeights<double>(2, input, Zeros<double>(4, 3)), "[12, 4]", "[4, 3]");
        Refused<ShapeMismatchException>(() => new MultiHeadWeights<double>(2, Zeros<double>(12), output), "[12]");
        Refused<ArgumentException>(() => new MultiHeadWeights<double>(3, input, output), "3 heads", "length 4");
        Refused<ArgumentException>(() => new MultiHeadWeights<double>(0, input, output), "0 heads");
        Refused<ShapeMismatchException>(() => new MultiHeadWeights<double>(2, input, output, outputBias), "inputBias", "[4]", "[12]");
        Refused<ShapeMismatchException>(() => new MultiHeadWeights<double>(2, input, output, null, inputBias), "outputBias", "[12]", "[4]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q, k, v[.., ..3], Weights), "MultiHead", "[2, 4, 4]", "[2, 3, 4]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q[0], k, v, Weights), "MultiHead", "[3, 4]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q[..1], k, v, Weights), "MultiHead", "[1, 3, 4]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q[.., .., ..2], k, v, Weights), "MultiHead", "[2, 3, 2]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q[0, 0], Weights), "MultiHead", "[4]");
        Refused<ShapeMismatchException>(() => Attention.MultiHeadWithWeights(q, k[.., .., ..2], v, Weights), "MultiHeadWithWeights", "[2, 4, 2]");
        Refused<ShapeMismatchException>(() => Attention.MultiHead(q, k, v, Weights, Ones<double>(3, 3, 4)), "mask", "[3, 3, 4]", "[2, 2, 3, 4]");
        Refused<ArgumentNullException>(() => Attention.MultiHead(q, null!), "weights");
        Refused<ArgumentNullException>(() => Attention.MultiHead(q, k, v, null!), "weights");
    }

    private static (double[] Output, double[] Weights) ByLoops(
        MultiHeadWeights<double> weights, Variable<double> q, Variable<double> k, Variable<double> v, Func<int, int, int, bool> attends)
    {
        int part = Length / weights.Heads;
        double[] w = weights.Input.ToArray(), b = weights.InputBias?.ToArray() ?? new double[3 * Length];
        double[] wo = weights.Output.ToArray(), bo = weights.OutputBias?.ToArray() ?? new double[Length];
        double[] output = new double[Batch * Queries * Length], mean = new double[Batch * Queries * Keys];
        for (int batch = 0; batch < Batch; batch++)
        {
            for (int i = 0; i < Queries; i++)
            {
                double[] found = new double[Length];
                for (int head = 0; head < weights.Heads; head++)
                {
                    double[] query = Part(q, 0, batch, i, head);
                    double[] shares = [.. Enumerable.Range(0, Keys).Select(j =>
                        attends(batch, i, j) ? Math.Exp(Part(k, 1, batch, j, head).Zip(query, (x, y) => x * y).Sum() / Math.Sqrt(part)) : 0)];
                    double sum = shares.Sum();
                    for (int j = 0; j < Keys; j++)
                    {
                        mean[(((batch * Queries) + i) * Keys) + j] += shares[j] / sum / weights.Heads;
                        double[] value = Part(v, 2, batch, j, head);
                        for (int e = 0; e < part; e++) { found[(head * part) + e] += shares[j] / sum * value[e]; }
                    }
                }
                for (int e = 0; e < Length; e++)
                {
                    output[(((batch * Queries) + i) * Length) + e] = bo[e] + found.Select((x, f) => x * wo[(e * Length) + f]).Sum();
                }
            }
        }
        return (output, mean);

        double[] Part(Variable<double> of, int kind, int batch, int place, int head)
        {
            double[] x = of[batch, place].ToArray();
            int first = (kind * Length) + (head * part);
            return [.. Enumerable.Range(first, part).Select(row => b[row] + x.Select((element, f) => element * w[(row * Length) + f]).Sum())];
        }
    }

    private static void Refused<TException>(Func<object> call, params string[] words)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => call()).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private static void AssertClose(double[] expected, Variable<double> actual) =>
        Assert.Equal(expected, actual.ToArray(), static (a, b) => Math.Abs(a - b) <= 1e-12);
}
