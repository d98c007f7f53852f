using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Ops.Fused;

/// <summary>A fused rule is its composition: value, gradients, and gradients of gradients.</summary>
public sealed class FusionTests
{
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
}
