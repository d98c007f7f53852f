using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>Losses of vectors, beside plain loops.</summary>
public sealed class DistanceLossTests
{
    private static readonly double[][] A = [[1, -2, 0.5], [0.25, 1.5, -1]], B = [[0.5, 1, -1.5], [1.25, -0.5, 2]], C = [[-1, 0.75, 2], [0.5, 1.75, -0.75]];

    [Fact]
    public void Cosine_similarities_are_those_of_plain_loops()
    {
        double[] expected = [.. A.Zip(B, Cosine)];
        AssertClose(expected, Losses.CosineSimilarity(Of(A), Of(B)));
        AssertClose(expected, Losses.CosineSimilarity(Of(A).Transpose(), Of(B).Transpose(), 0));
        AssertClose([Cosine(A[0], B[0]), Cosine(A[1], B[0])], Losses.CosineSimilarity(Of(A), Of([B[0]])));
        AssertClose([Cosine(A[0], B[0]), Cosine(A[1], B[0])], Losses.CosineSimilarity(Of(A), Create<double>(B[0])));
        AssertClose([Cosine(A[0], B[0])], Losses.CosineSimilarity(Create<double>(A[0]), Create<double>(B[0])));
        AssertGradients(x => Losses.CosineSimilarity(x[0], x[1]), Of(A), Of(B));
        AssertGradients(x => Losses.CosineSimilarity(x[0], x[1], 0), Of(A), Create<double>(B[0]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    public void Cosine_embedding_is_that_of_plain_loops(double first, double second)
    {
        double[] labels = [first, second];
        Variable<double> t = Create<double>(labels);
        foreach (double margin in (double[])[0, -0.75])
        {
            double[] losses = [.. labels.Select((label, i) => label == 1 ? 1 - Cosine(A[i], B[i]) : Math.Max(0, Cosine(A[i], B[i]) - margin))];
            AssertReductions(r => Losses.CosineEmbedding(Of(A), Of(B), t, margin, r), losses, 1e-11);
            AssertGradients(x => Losses.CosineEmbedding(x[0], x[1], t, margin), Of(A), Of(B));
            AssertClose(losses[..1], Losses.CosineEmbedding(Create<double>(A[0]), Create<double>(B[0]), first, margin), 1e-11);
        }
    }

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(0.5, 1, true)]
    [InlineData(2, 3, true)]
    public void Triplet_margins_are_those_of_plain_loops(double margin, double p, bool swap)
    {
        double[] losses = [.. Enumerable.Range(0, 2).Select(i => Math.Max(0, margin + Distance(A[i], B[i]) - Far(i)))];
        AssertReductions(r => Losses.TripletMargin(Of(A), Of(B), Of(C), margin, p, swap: swap, reduction: r), losses, 1e-13);
        AssertGradients(x => Losses.TripletMargin(x[0], x[1], x[2], margin, p, swap: swap), Of(A), Of(B), Of(C));

        double Distance(double[] a, double[] b) => Math.Pow(a.Zip(b, (x, y) => Math.Pow(Math.Abs(x - y + 1e-6), p)).Sum(), 1 / p);

        double Far(int i) => swap ? Math.Min(Distance(A[i], C[i]), Distance(B[i], C[i])) : Distance(A[i], C[i]);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Variable<double> pairs = Of(A), other = Zeros<double>(2, 2), none = 1.0;
        Refused<ShapeMismatchException>(() => Losses.CosineEmbedding(pairs, other, Ones<double>(2)), "CosineEmbedding", "[2, 3]", "[2, 2]");
        Refused<ShapeMismatchException>(() => Losses.CosineEmbedding(pairs, pairs, Ones<double>(3)), "CosineEmbedding", "[2, 3]", "labels [3]");
        Refused<ShapeMismatchException>(() => Losses.CosineEmbedding(none, none, none), "CosineEmbedding", "[]");
        Refused<ShapeMismatchException>(() => Losses.TripletMargin(pairs, pairs, other), "TripletMargin", "[2, 3]", "[2, 2]");
        Refused<ShapeMismatchException>(() => Losses.TripletMargin(pairs, other, pairs), "TripletMargin", "[2, 3]", "[2, 2]");
        Refused<ArgumentOutOfRangeException>(() => Losses.TripletMargin(none, none, none), "TripletMargin", "no axis");
        Refused<ShapeMismatchException>(() => Losses.CosineSimilarity(pairs, other), "CosineSimilarity", "[2, 3]", "[2, 2]");
        Refused<ArgumentOutOfRangeException>(() => Losses.CosineSimilarity(pairs, pairs, 2), "CosineSimilarity", "axis 2", "[2, 3]");
        Refused<ShapeMismatchException>(() => Losses.MarginRanking(pairs, pairs, other), "MarginRanking", "[2, 3]", "[2, 2]");
        Refused<ShapeMismatchException>(() => Losses.GaussianNegativeLogLikelihood(pairs, pairs, Ones<double>(3, 1)), "variance", "[3, 1]", "[2, 3]");
        Refused<ArgumentOutOfRangeException>(() => Losses.GaussianNegativeLogLikelihood(pairs, pairs, -Square(pairs)), "variance", "[2, 3]", "0 or more");
        Refused<ArgumentOutOfRangeException>(() => Losses.BinaryCrossEntropyOfProbabilities(pairs, pairs), "probability", "-2", "from 0 to 1");
        Refused<ShapeMismatchException>(() => Losses.BinaryCrossEntropy(pairs, pairs, weights: Ones<double>(2)), "weights", "[2]", "[2, 3]");
        Refused<ShapeMismatchException>(() => Losses.BinaryCrossEntropy(pairs, pairs, positiveWeights: Ones<double>(2, 2, 3)), "positives", "[2, 2, 3]");
        Refused<ShapeMismatchException>(() => Losses.BinaryCrossEntropyOfProbabilities(Sigmoid(pairs), pairs, weights: Ones<double>(2)), "weights", "[2]");
    }

    [Fact]
    public void Bad_settings_are_named()
    {
        Variable<double> pairs = Of(A), labels = Ones<double>(2);
        foreach (double bad in (double[])[double.NaN, double.PositiveInfinity])
        {
            Assert.Throws<ArgumentOutOfRangeException>("margin", () => Losses.CosineEmbedding(pairs, pairs, labels, bad));
            Assert.Throws<ArgumentOutOfRangeException>("margin", () => Losses.TripletMargin(pairs, pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("margin", () => Losses.MarginRanking(pairs, pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("margin", () => Losses.HingeEmbedding(pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("margin", () => Losses.Hinge(pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("delta", () => Losses.Huber(pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("beta", () => Losses.SmoothAbsoluteError(pairs, pairs, bad));
            Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Losses.PoissonNegativeLogLikelihood(pairs, pairs, epsilon: bad));
            Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Losses.GaussianNegativeLogLikelihood(pairs, pairs, pairs, epsilon: bad));
            Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Losses.CosineSimilarity(pairs, pairs, epsilon: bad));
            Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Losses.TripletMargin(pairs, pairs, pairs, epsilon: bad));
        }
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => Losses.Huber(pairs, pairs, 0));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Losses.SmoothAbsoluteError(pairs, pairs, -1));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => Losses.TripletMargin(pairs, pairs, pairs, p: double.NaN));
        foreach (Reduction unknown in (Reduction[])[(Reduction)(-1), (Reduction)4])
        {
            Assert.Throws<ArgumentOutOfRangeException>("reduction", () => Losses.CosineEmbedding(pairs, pairs, labels, reduction: unknown));
            Assert.Throws<ArgumentOutOfRangeException>("reduction", () => Losses.TripletMargin(pairs, pairs, pairs, reduction: unknown));
        }
    }

    [Fact]
    public void A_variance_for_each_row_stands_with_or_without_its_axis()
    {
        Variable<double> y = Of(A), t = Of(B), variance = Create<double>([0.5, 2]);
        double[] expected = Losses.GaussianNegativeLogLikelihood(y, t, Expand(variance.Unsqueeze(1), 2, 3), reduction: Reduction.None).ToArray();
        Assert.Equal(expected, Losses.GaussianNegativeLogLikelihood(y, t, variance, reduction: Reduction.None).ToArray());
        Assert.Equal(expected, Losses.GaussianNegativeLogLikelihood(y, t, variance.Unsqueeze(1), reduction: Reduction.None).ToArray());
    }

    private static void Refused<TException>(Func<Variable<double>> loss, params string[] words)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => loss()).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private static Variable<double> Of(double[][] rows) => Create<double>([.. rows.SelectMany(row => row)], rows.Length, rows[0].Length);

    private static double Cosine(double[] a, double[] b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static void AssertReductions(Func<Reduction, Variable<double>> loss, double[] losses, double tolerance)
    {
        AssertClose(losses, loss(Reduction.None), tolerance);
        AssertClose([losses.Average()], loss(Reduction.Mean), tolerance);
        AssertClose([losses.Sum()], loss(Reduction.Sum), tolerance);
        AssertClose([losses.Sum() / losses.Length], loss(Reduction.BatchMean), tolerance);
    }

    private static void AssertGradients(ArrayFunction<double> function, params Variable<double>[] points)
    {
        GradientCheckResult first = GradientCheck.Run(function, points, 1e-8), second = GradientCheck.RunSecondOrder(function, points, 1e-7);
        Assert.True(first.Passed && second.Passed, $"{first} {second}");
    }

    private static void AssertClose(double[] expected, Variable<double> actual, double tolerance = 1e-14) =>
        Assert.Equal(expected, actual.ToArray(), (a, b) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a)));
}
