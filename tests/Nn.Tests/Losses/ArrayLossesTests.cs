using Autodiff.Tests.Reference;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class ArrayLossesTests
{
    private static readonly double[] Logits = [2, -1, 0.5, -0.25, 0, 3];
    private static readonly double[] Targets = [1, 0, 0.25, 1, 0.5, 0];

    public static TheoryData<string> Cases => [.. Find(_ => true).Select(found => found.Id)];

    private static IEnumerable<VectorCase> Find(Func<VectorCase, bool> wanted) =>
        from file in VectorFile.ReadAll()
        where file.Family == "loss"
        from found in file.Cases
        where LossOf(found) is not null && wanted(found)
        select found;

    // Those that Losses has: of labels, one for each row, without weights or smoothing.
    private static Func<Variable<double>, VectorArray, Variable<double>>? LossOf(VectorCase found)
    {
        bool isPlain = found.Parameter("weighted") is null && found.Parameter("label_smoothing") is null && found.Parameter("ignore_index") is null
            && found.Parameter("target_kind") is null && found.Parameter("note") is null && found.Parameter("pos_weight") is null && !found.IsTagged("empty");
        return !isPlain ? null : (found.Op, found.TextParameter("reduction")) switch
        {
            ("mse_loss", "mean") => static (y, t) => Losses.MeanSquaredError(y, Create<double>(t.Data, t.Shape)),
            ("mse_loss", "sum") => static (y, t) => Losses.SquaredError(y, Create<double>(t.Data, t.Shape)),
            ("binary_cross_entropy_with_logits", "mean") => static (y, t) => Losses.BinaryCrossEntropy(y, Create<double>(t.Data, t.Shape)),
            ("cross_entropy", "mean") => static (y, t) => Losses.CrossEntropy(y, [.. t.Data.Select(label => (int)label)]),
            _ => null,
        };
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_and_gradients_are_those_of_the_reference(string id)
    {
        VectorCase reference = Find(found => found.Id == id).Single();
        VectorArray input = reference.Inputs[0];
        Variable<double> y = Create<double>(input.Data, input.Shape).AttachGradient(), weighted;
        using (Autograd.Record())
        {
            Variable<double> loss = LossOf(reference)!(y, reference.Inputs[1]);
            AssertClose(reference.Output.Data, [loss.Value]);
            weighted = loss * reference.Cotangent.Data[0];
        }
        weighted.Backward();
        AssertClose(reference.Gradients[0]!.Data, y.Gradient.ToArray());
    }

    [Fact]
    public void Squared_errors_are_their_formulas()
    {
        Variable<double> y = Create<double>(Logits, 2, 3).AttachGradient(), t = Create<double>(Targets, 2, 3).AttachGradient();
        double[] errors = [.. Logits.Zip(Targets, (a, b) => a - b)];
        Sweep(() => Losses.SquaredError(y, t), errors.Sum(e => e * e));
        AssertClose([.. errors.Select(e => 2 * e)], y.Gradient.ToArray());
        AssertClose([.. errors.Select(e => -2 * e)], t.Gradient.ToArray());
        Sweep(() => Losses.MeanSquaredError(y, t), errors.Sum(e => e * e) / 6);
        AssertClose([.. errors.Select(e => 2 * e / 6)], y.Gradient.ToArray());
        Differences.AssertGradients(() => Losses.MeanSquaredError(y, t), y, t);
    }

    [Fact]
    public void The_gradient_of_binary_cross_entropy_is_p_minus_t_over_n()
    {
        Variable<double> z = Create<double>(Logits, 6).AttachGradient(), t = Create<double>(Targets, 6);
        Sweep(() => Losses.BinaryCrossEntropy(z, t), Logits.Zip(Targets, Losses.BinaryCrossEntropy).Average());
        AssertClose([.. Logits.Zip(Targets, (logit, label) => ((1 / (1 + Math.Exp(-logit))) - label) / 6)], z.Gradient.ToArray());
        Differences.AssertGradients(() => Losses.BinaryCrossEntropy(z, t), z);
    }

    [Fact]
    public void The_gradient_of_cross_entropy_is_p_minus_y_over_n()
    {
        Variable<double> z = Create<double>(Logits, 2, 3).AttachGradient();
        double[][] rows = [Logits[..3], Logits[3..]];
        double[][] p = [.. rows.Select(row => row.Select(logit => Math.Exp(logit) / row.Sum(Math.Exp)).ToArray())];
        Sweep(() => Losses.CrossEntropy(z, [2, 0]), -(Math.Log(p[0][2]) + Math.Log(p[1][0])) / 2);
        AssertClose([p[0][0] / 2, p[0][1] / 2, (p[0][2] - 1) / 2, (p[1][0] - 1) / 2, p[1][1] / 2, p[1][2] / 2], z.Gradient.ToArray());
        Differences.AssertGradients(() => Losses.CrossEntropy(z, [2, 0]), z);
    }

    [Fact]
    public void Extreme_logits_neither_overflow_nor_lose_their_gradient()
    {
        Variable<float> z = Create<float>([1000, -1000], 1, 2).AttachGradient();
        using (Autograd.Record())
        {
            Variable<float> loss = Losses.CrossEntropy(z, [1]);
            Assert.Equal(2000f, loss.Value);
            loss.Backward();
        }
        Assert.Equal([1f, -1f], z.Gradient.ToArray());
        using (Autograd.Record())
        {
            Variable<float> loss = Losses.BinaryCrossEntropy(z, Create<float>([0, 1], 1, 2));
            Assert.Equal(1000f, loss.Value);
            loss.Backward();
        }
        Assert.Equal([0.5f, -0.5f], z.Gradient.ToArray());
    }

    [Fact]
    public void Shapes_that_would_broadcast_to_pairs_are_refused()
    {
        Variable<double> column = Zeros<double>(3, 1), row = Zeros<double>(3);
        foreach (Func<Variable<double>> loss in (Func<Variable<double>>[])
            [() => Losses.SquaredError(column, row), () => Losses.MeanSquaredError(column, row), () => Losses.BinaryCrossEntropy(column, row)])
        {
            ShapeMismatchException refused = Assert.Throws<ShapeMismatchException>(() => loss());
            Assert.Contains("the prediction is [3, 1], the target [3]", refused.Message, StringComparison.Ordinal);
            Assert.Equal((column.Shape, row.Shape), (refused.Actual, refused.Expected));
        }
    }

    [Fact]
    public void Of_nothing_the_mean_is_not_a_number()
    {
        Variable<double> none = Zeros<double>(0, 3);
        Assert.Equal(0, Losses.SquaredError(none, none).Value);
        Assert.Equal(double.NaN, Losses.MeanSquaredError(none, none).Value);
        Assert.Equal(double.NaN, Losses.BinaryCrossEntropy(none, none).Value);
        Assert.Equal(double.NaN, Losses.CrossEntropy(none, []).Value);
    }

    [Fact]
    public void Labels_that_do_not_fit_are_named()
    {
        Variable<double> z = Zeros<double>(2, 3);
        ShapeMismatchException refused = Assert.Throws<ShapeMismatchException>(() => Losses.CrossEntropy(z, [0, 1, 2]));
        Assert.Contains("the prediction is [2, 3], the labels [3]", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => Losses.CrossEntropy(Zeros<double>(2), [0, 1]));
        foreach (int wrong in (int[])[-1, 3])
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(z, [0, wrong])).Message;
            Assert.Contains($"the label {wrong} is none of the 3 classes along axis 1 of [2, 3]; labels are from 0 on", message, StringComparison.Ordinal);
        }
    }

    private static void Sweep(Func<Variable<double>> loss, double expected)
    {
        using (Autograd.Record())
        {
            Variable<double> value = loss();
            Assert.Equal(expected, value.Value, 1e-14);
            value.Backward();
        }
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.Equal(expected, actual, static (a, b) => Math.Abs(a - b) <= 1e-12 + (1e-10 * Math.Abs(a)));
}
