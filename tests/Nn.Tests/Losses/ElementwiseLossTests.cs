using System.Numerics;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>What holds of every loss in the table.</summary>
public sealed class ElementwiseLossTests
{
    private const int Rows = 2, Columns = 3;

    private static readonly LossRow<double>[] Table = LossTable.Rows<double>();

    public static TheoryData<int, string> Losses => Numbered(Table.Index().Select(row => (row.Index, row.Item.Name)));

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_loss_is_that_of_plain_loops_whatever_the_reduction(int row, string name)
    {
        AssertValues<double>(row, name, 1e-14);
        AssertValues<float>(row, name, 2e-6);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradients_of_both_orders_equal_central_differences(int row, string name)
    {
        LossRow<double> loss = Table[row];
        Variable<double>[] inputs = Inputs(loss), fixedInputs = inputs[loss.Differentiable..];
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            Variable<double> Function(ReadOnlySpan<Variable<double>> x) => loss.Loss([.. x, .. fixedInputs], reduction);
            GradientCheckResult first = GradientCheck.Run(Function, inputs.AsSpan(0, loss.Differentiable), 1e-8);
            Assert.True(first.Passed, $"{name}, {reduction}: {first}");
            GradientCheckResult second = GradientCheck.RunSecondOrder(Function, inputs.AsSpan(0, loss.Differentiable), 1e-7);
            Assert.True(second.Passed, $"{name}, {reduction}, second order: {second}");
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Shapes_that_would_broadcast_to_pairs_are_refused_and_the_next_sweep_is_as_before(int row, string name)
    {
        LossRow<double> loss = Table[row];
        double[] before = Swept(loss);
        for (int other = 1; other < loss.Paired; other++)
        {
            Variable<double>[] inputs = Inputs(loss);
            inputs[other] = inputs[other].Reshape(Rows, Columns, 1);
            using (Autograd.Record())
            {
                ShapeMismatchException refused = Assert.Throws<ShapeMismatchException>(() => loss.Loss(inputs, Reduction.Mean));
                Assert.StartsWith($"{name}: the prediction is [2, 3], the target [2, 3, 1]", refused.Message, StringComparison.Ordinal);
            }
            Assert.Equal(before, Swept(loss));
        }
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => loss.Loss(Inputs(loss), (Reduction)4));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Of_nothing_the_mean_is_not_a_number_and_the_sum_zero(int row, string name)
    {
        LossRow<double> loss = Table[row];
        Variable<double>[] nothing = [.. loss.Inputs.Select(_ => Zeros<double>(0, 3))];
        Assert.Equal(double.NaN, loss.Loss(nothing, Reduction.Mean).Value);
        Assert.Equal(double.NaN, loss.Loss(nothing, Reduction.BatchMean).Value);
        Assert.Equal(0, loss.Loss(nothing, Reduction.Sum).Value);
        Assert.True(loss.Loss(nothing, Reduction.None).Shape.Lengths.SequenceEqual([0, 3]), name);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Views_and_single_numbers_are_as_good_as_dense_arrays(int row, string name)
    {
        LossRow<double> loss = Table[row];
        double[] expected = loss.Loss(Inputs(loss), Reduction.None).ToArray();
        Variable<double>[] views = [.. loss.Inputs.Select(input => Create<double>(Transposed(input), Columns, Rows).Transpose())];
        Assert.Equal(expected, loss.Loss(views, Reduction.None).ToArray());
        Variable<double>[] single = [.. loss.Inputs.Select(input => Create<double>([input[4]]).Reshape())];
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            Assert.True(Math.Abs(expected[4] - loss.Loss(single, reduction).Value) <= 1e-14 * Math.Max(1, Math.Abs(expected[4])), name);
        }
    }

    private static double[] Transposed(double[] rows) => [.. Enumerable.Range(0, Rows * Columns).Select(i => rows[(i % Rows * Columns) + (i / Rows)])];

    private static double[] Swept(LossRow<double> loss)
    {
        Variable<double>[] inputs = Inputs(loss);
        inputs[0].AttachGradient();
        using (Autograd.Record()) { loss.Loss(inputs, Reduction.Mean).Backward(); }
        return inputs[0].Gradient.ToArray();
    }

    private static void AssertValues<T>(int row, string name, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossRow<T> loss = LossTable.Rows<T>()[row];
        double[] elements = [.. Enumerable.Range(0, Rows * Columns).Select(i => loss.Element([.. loss.Inputs.Select(input => input[i])]))];
        AssertClose(elements, Reduction.None);
        AssertClose([elements.Sum()], Reduction.Sum);
        AssertClose([elements.Average()], Reduction.Mean);
        AssertClose([elements.Sum() / Rows], Reduction.BatchMean);

        void AssertClose(double[] expected, Reduction reduction)
        {
            Variable<T> actual = loss.Loss(Inputs(loss), reduction);
            Assert.Equal(reduction == Reduction.None ? 2 : 0, actual.Rank);
            foreach ((double wanted, T came) in expected.Zip(actual.ToArray()))
            {
                double error = Math.Abs(double.CreateChecked(came) - wanted);
                Assert.True(error <= tolerance * Math.Max(1, expected.Max(Math.Abs)), $"{name}, {reduction}: {came}, expected {wanted}");
            }
        }
    }

    private static Variable<T>[] Inputs<T>(LossRow<T> loss)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. loss.Inputs.Select(input => Create<T>([.. input.Select(T.CreateChecked)], Rows, Columns))];

    private static TheoryData<int, string> Numbered(IEnumerable<(int Number, string Name)> rows)
    {
        TheoryData<int, string> numbered = [];
        foreach ((int number, string name) in rows) { numbered.Add(number, name); }
        return numbered;
    }
}
