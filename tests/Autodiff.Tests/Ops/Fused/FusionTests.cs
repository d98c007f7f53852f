using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Ops.Fused;

/// <summary>A fused rule is its composition: value, gradients, and gradients of gradients.</summary>
public sealed class FusionTests
{
    private const double Epsilon = 0.25;

    private readonly Random random = new(7);

    [Fact]
    public void The_affine_map_is_a_product_and_a_sum() => Equal(
        new ArrayFunctions.Affine(),
        new ArrayFunctions.ProductPlusBias(),
        Normal<double>([17, 9], random),
        Normal<double>([9, 33], random),
        Normal<double>([33], random));

    [Fact]
    public void The_cross_entropy_is_the_mean_of_the_logarithms_at_the_labels()
    {
        int[] labels = [.. Enumerable.Range(0, 40).Select(_ => random.Next(10))];
        Variable<double> logits = Normal<double>([40, 10], random, deviation: 3);
        Equal(new ArrayFunctions.SoftmaxCrossEntropy(labels), new ArrayFunctions.MeanOfLabelledLogarithms(labels), logits);
    }

    // More queries than stand in the cache at a time, in several batches.
    [Fact]
    public void Attention_is_the_product_of_its_weights_with_the_values()
    {
        Variable<double> q = Normal<double>([2, 150, 4], random), k = Normal<double>([2, 130, 4], random), v = Normal<double>([2, 130, 3], random);
        Variable<double> mask = Create<double>([.. Enumerable.Range(0, 150 * 130).Select(i => i % 130 == 0 || i % 7 < 4 ? 1.0 : 0)], 150, 130);
        Variable<double> bias = Normal<double>([150, 1], random);
        Equal(new(), q, k, v);
        Equal(new(IsCausal: true, Scale: 0.7), q, k, v);
        Equal(new(HasMask: true), q, k, v, mask);
        Equal(new(HasBias: true), q, k, v, bias);
        Equal(new(HasMask: true, HasBias: true, IsCausal: true), q, k, v, mask, bias);

        static void Equal(ArrayFunctions.Attending form, params Variable<double>[] inputs) =>
            FusionTests.Equal(new ArrayFunctions.ScaledDotProductAttention(form), new ArrayFunctions.WeightsTimesValues(form), inputs);
    }

    [Theory]
    [InlineData(8, 30, true)]
    [InlineData(70, 5, true)]
    [InlineData(8, 1100, false)]
    public void Normalisation_of_rows_is_its_composition(int rows, int columns, bool centered)
    {
        Variable<double> x = Shifted([rows, columns]), w = Normal<double>([columns], random);
        IArrayFunction composed = new ArrayFunctions.NormalizedOverAxes([1], Epsilon, centered, columns);
        if (!centered)
        {
            Equal(new ArrayFunctions.RmsNorm([columns], Epsilon), composed, x, w);
            return;
        }
        Equal(new ArrayFunctions.LayerNorm([columns], Epsilon), composed, x, w, Normal<double>([columns], random));
        Equal(new ArrayFunctions.LayerNorm([columns], Epsilon), composed, x, w);
        Equal(new ArrayFunctions.LayerNorm([columns], Epsilon), composed, x);
    }

    [Theory]
    [InlineData(9, 3, 1)]
    [InlineData(40, 21, 1)]
    [InlineData(3, 2, 37)]
    [InlineData(1, 2, 1100)]
    public void Normalisation_of_a_batch_is_its_composition(int batch, int channels, int extent)
    {
        Variable<double> x = Shifted([batch, channels, extent]), w = Normal<double>([channels], random), b = Normal<double>([channels], random);
        IArrayFunction composed = new ArrayFunctions.NormalizedOverAxes([0, 2], Epsilon, centered: true, channels, 1);
        Equal(new ArrayFunctions.BatchNorm(Epsilon), composed, x, w, b);
        Equal(new ArrayFunctions.BatchNorm(Epsilon), composed, x, w);
        Equal(new ArrayFunctions.BatchNorm(Epsilon), composed, x);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void Normalisation_of_groups_is_its_composition(int extent)
    {
        Variable<double> x = Shifted([5, 2, 3, extent]), w = Normal<double>([6], random), b = Normal<double>([6], random);
        IArrayFunction composed = new ArrayFunctions.NormalizedOverAxes([2, 3], Epsilon, centered: true, 2, 3, 1);
        Equal(new GroupNormSeen(2, Epsilon), composed, x, w, b);
        Equal(new GroupNormSeen(2, Epsilon), composed, x, w);
        Equal(new GroupNormSeen(2, Epsilon), composed, x);
    }

    // Not around 0, so that the mean matters.
    private Variable<double> Shifted(int[] shape) => Normal<double>(shape, random, mean: 2);

    private static void Equal(IArrayFunction fused, IArrayFunction composed, params Variable<double>[] inputs)
    {
        double[][] expected = Derivatives(composed, inputs), actual = Derivatives(fused, inputs);
        for (int k = 0; k < expected.Length; k++)
        {
            double scale = Math.Max(1, expected[k].Max(Math.Abs));
            for (int i = 0; i < expected[k].Length; i++) { Assert.Equal(expected[k][i], actual[k][i], 1e-13 * scale); }
        }
    }

    // The value, the gradients by all inputs, and the gradients of the sum of their squares.
    private static double[][] Derivatives(IArrayFunction function, Variable<double>[] inputs)
    {
        foreach (Variable<double> input in inputs) { input.AttachGradient(); }
        using (Autograd.Record())
        {
            Variable<double> y = function.Of<double>(inputs);
            Variable<double>[] first = Autograd.Gradient(Sum(Square(y)), inputs, createGraph: true);
            Variable<double> squares = 0.0;
            foreach (Variable<double> gradient in first) { squares += Sum(Square(gradient)); }
            Variable<double>[] second = Autograd.Gradient(squares, inputs, retainGraph: true);
            return [y.ToArray(), .. first.Select(gradient => gradient.ToArray()), .. second.Select(gradient => gradient.ToArray())];
        }
    }

    /// <summary>Of [n, groups, members, extent], seen as [n, channels, extent].</summary>
    private sealed class GroupNormSeen(int groups, double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            Variable<T> seen = x[0].Reshape(x[0].Shape[0], -1, x[0].Shape[3]);
            return GroupNorm(seen, groups, x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null, epsilon).Reshape(x[0].Shape);
        }
    }
}
