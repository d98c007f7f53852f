using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>Losses of labels, beside plain loops over all examples and classes.</summary>
public sealed class ClassLossTests
{
    private const int Ignored = -7;

    private static readonly double[] ClassWeights = [0.5, 2, 1.25];

    private static readonly Random Random = new(11);

    public static TheoryData<int[], Reduction> Shapes
    {
        get
        {
            TheoryData<int[], Reduction> all = [];
            foreach (int[] shape in (int[][])[[4, 3], [2, 3, 2], [2, 3, 2, 2], [1, 3, 1], [3]])
            {
                foreach (Reduction reduction in Enum.GetValues<Reduction>()) { all.Add(shape, reduction); }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cross_entropy_of_labels_is_that_of_plain_loops_with_all_settings(int[] shape, Reduction reduction)
    {
        Variable<double> logits = Normal<double>(shape, Random, deviation: 2), weights = Create<double>(ClassWeights);
        foreach (bool ignores in (bool[])[false, true])
        {
            Indices labels = Labels(shape, ignores);
            int? ignored = ignores ? Ignored : null;
            foreach (bool weighted in (bool[])[false, true])
            {
                foreach (double smoothing in (double[])[0, 0.25])
                {
                    Variable<double>? given = weighted ? weights : null;
                    Check(z => Losses.CrossEntropy(z, labels, reduction, given, smoothing, ignored), logits, Expected(true, weighted, smoothing));
                }
                Variable<double>? also = weighted ? weights : null;
                Check(z => Losses.NegativeLogLikelihood(z, labels, reduction, also, ignored), logits, Expected(false, weighted, 0));
            }

            double[] Expected(bool ofLogits, bool weighted, double smoothing) =>
                OfLabels(logits, [.. labels], ofLogits, weighted ? ClassWeights : [1, 1, 1], smoothing, reduction);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cross_entropy_of_probabilities_is_that_of_plain_loops_with_all_settings(int[] shape, Reduction reduction)
    {
        Variable<double> logits = Normal<double>(shape, Random, deviation: 2);
        Variable<double> q = Softmax(Normal<double>(shape, Random), shape.Length == 1 ? 0 : 1), weights = Create<double>(ClassWeights);
        foreach (double smoothing in (double[])[0, 0.25])
        {
            Check(z => Losses.CrossEntropy(z, q, reduction, null, smoothing), logits, OfProbabilities(logits, q, [1, 1, 1], smoothing, reduction));
            Check(z => Losses.CrossEntropy(z, q, reduction, weights, smoothing), logits, OfProbabilities(logits, q, ClassWeights, smoothing, reduction));
        }
        GradientCheckResult byTarget = GradientCheck.Run(x => Losses.CrossEntropy(x[0], x[1], reduction, x[2], 0.25), [logits, q, weights], 1e-8);
        Assert.True(byTarget.Passed, byTarget.ToString());
    }

    [Fact]
    public void Class_weights_have_a_derivative_too()
    {
        Variable<double> logits = Normal<double>([4, 3], Random), weights = Create<double>(ClassWeights);
        GradientCheckResult result = GradientCheck.Run(Loss, [logits, weights]);
        Assert.True(result.Passed, result.ToString());

        static Variable<double> Loss(ReadOnlySpan<Variable<double>> x) =>
            Losses.CrossEntropy(x[0], [2, Ignored, 1, 1], weights: x[1], ignoredLabel: Ignored);
    }

    [Fact]
    public void Of_labels_that_are_all_ignored_the_mean_is_not_a_number_and_nothing_is_learned()
    {
        Variable<double> z = Create<double>([1, -1, 3, 0], 2, 2).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> loss = Losses.CrossEntropy(z, [Ignored, Ignored], ignoredLabel: Ignored);
            Assert.Equal(double.NaN, loss.Value);
            loss.Backward();
        }
        Assert.Equal([0, 0, 0, 0], z.Gradient.ToArray());
        Assert.Equal(0, Losses.CrossEntropy(z, [Ignored, Ignored], Reduction.Sum, ignoredLabel: Ignored).Value);
    }

    [Fact]
    public void A_class_that_is_ignored_may_be_one_that_exists()
    {
        Variable<double> z = Normal<double>([3, 3], Random);
        double expected = Losses.CrossEntropy(z[1..], [0, 1]).Value;
        Assert.Equal(expected, Losses.CrossEntropy(z, [2, 0, 1], ignoredLabel: 2).Value, 1e-14);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Variable<double> z = Zeros<double>(2, 3), deep = Zeros<double>(2, 3, 4);
        Refused<ShapeMismatchException>(() => Losses.CrossEntropy(z, [0, 1, 2], Reduction.Sum), "CrossEntropy", "[2, 3]", "[3]");
        Refused<ShapeMismatchException>(() => Losses.CrossEntropy(deep, Indices.Create(new int[6], 2, 3)), "[2, 3, 4]", "[2, 3]");
        Refused<ShapeMismatchException>(() => Losses.NegativeLogLikelihood(z, Indices.Create([0, 1], 2, 1)), "NegativeLogLikelihood", "[2, 1]");
        Refused<ArgumentException>(() => Losses.NegativeLogLikelihood(Zeros<double>(), Indices.Create([0])), "NegativeLogLikelihood", "[]");
        Refused<ArgumentException>(() => Losses.CrossEntropy(Zeros<double>(), Zeros<double>()), "CrossEntropy", "[]");
        Refused<ShapeMismatchException>(() => Losses.CrossEntropy(z, Zeros<double>(3, 2)), "CrossEntropy", "[2, 3]", "[3, 2]");
        Refused<ShapeMismatchException>(() => Losses.CrossEntropy(z, [0, 1], weights: Ones<double>(2)), "[2]", "3 classes");
        Refused<ShapeMismatchException>(() => Losses.CrossEntropy(z, z, weights: Ones<double>(3, 1)), "[3, 1]", "3 classes");
        Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, [0, 3], Reduction.Sum), "label 3", "3 classes", "axis 1", "[2, 3]");
        Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, [0, -1], ignoredLabel: Ignored), "label -1", "-7 is ignored");
        Refused<ArgumentOutOfRangeException>(() => Losses.NegativeLogLikelihood(z, [0, 4]), "NegativeLogLikelihood", "label 4");
        foreach (double smoothing in (double[])[-0.1, 1.5, double.NaN])
        {
            Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, [0, 1], labelSmoothing: smoothing), "smoothing", "0 to 1");
            Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, z, labelSmoothing: smoothing), "smoothing", "0 to 1");
        }
        Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, [0, 1], (Reduction)(-1)), "reduction");
        Refused<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, z, (Reduction)4), "reduction");
        Assert.Throws<ArgumentNullException>(() => Losses.CrossEntropy(z, (Indices)null!));
        Assert.Throws<ArgumentNullException>(() => Losses.NegativeLogLikelihood(z, null!));
    }

    private static void Refused<TException>(Func<Variable<double>> loss, params string[] words)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => loss()).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private static Indices Labels(int[] shape, bool ignores)
    {
        int[] without = [.. shape.Index().Where(axis => axis.Index != (shape.Length == 1 ? 0 : 1)).Select(axis => axis.Item)];
        int count = without.Aggregate(1, (product, length) => product * length);
        return Indices.Create([.. Enumerable.Range(0, count).Select(i => ignores && count > 1 && i % 3 == 1 ? Ignored : (i * 2) % 3)], without);
    }

    private static void Check(Func<Variable<double>, Variable<double>> loss, Variable<double> logits, double[] expected)
    {
        double[] actual = loss(logits).ToArray();
        Assert.Equal(expected, actual, static (a, b) => Math.Abs(a - b) <= 1e-13 * Math.Max(1, Math.Abs(a)));
        GradientCheckResult first = GradientCheck.Run(x => loss(x[0]), [logits], 1e-8), second = GradientCheck.RunSecondOrder(x => loss(x[0]), [logits], 1e-7);
        Assert.True(first.Passed && second.Passed, $"{first} {second}");
    }

    // For each example the logarithms of the probabilities of its classes.
    private static double[][] Logarithms(Variable<double> logits, bool ofLogits)
    {
        int axis = logits.Rank == 1 ? 0 : 1, classes = logits.Shape[axis], inner = logits.Length / classes / (axis == 0 ? 1 : logits.Shape[0]);
        double[] z = logits.ToArray();
        return [.. Enumerable.Range(0, z.Length / classes).Select(i => Row((i / inner * classes * inner) + (i % inner)))];

        double[] Row(int start)
        {
            double[] row = [.. Enumerable.Range(0, classes).Select(k => z[start + (k * inner)])];
            return ofLogits ? [.. row.Select(logit => logit - Math.Log(row.Sum(Math.Exp)))] : row;
        }
    }

    private static double[] OfLabels(Variable<double> logits, int[] labels, bool ofLogits, double[] weights, double smoothing, Reduction reduction)
    {
        double[][] rows = Logarithms(logits, ofLogits);
        double[] losses = [.. rows.Zip(labels, Loss)];
        return Reduced(losses, labels.Sum(label => label == Ignored ? 0 : weights[label]), logits.Rank == 1 ? 1 : logits.Shape[0], reduction);

        double Loss(double[] row, int label) => label == Ignored
            ? 0
            : -((1 - smoothing) * weights[label] * row[label]) - (smoothing / row.Length * row.Zip(weights, (l, w) => l * w).Sum());
    }

    private static double[] OfProbabilities(Variable<double> logits, Variable<double> q, double[] weights, double smoothing, Reduction reduction)
    {
        double[] losses = [.. Logarithms(logits, true).Zip(Logarithms(q, false), Loss)];
        return Reduced(losses, losses.Length, logits.Rank == 1 ? 1 : logits.Shape[0], reduction);

        double Loss(double[] row, double[] target) =>
            -row.Select((l, k) => weights[k] * l * ((target[k] * (1 - smoothing)) + (smoothing / row.Length))).Sum();
    }

    private static double[] Reduced(double[] losses, double total, int batch, Reduction reduction) => reduction switch
    {
        Reduction.None => losses,
        Reduction.Mean => [losses.Sum() / total],
        Reduction.Sum => [losses.Sum()],
        _ => [losses.Sum() / batch],
    };
}
