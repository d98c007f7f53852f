using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

/// <summary>How convolutions are called, beyond what the table of operations says.</summary>
public sealed class VariableConvolutionTests
{
    private static readonly Variable<double> Image = Normal<double>([2, 4, 6, 5], new Random(1));

    private static readonly Variable<double> Weights = Normal<double>([6, 2, 3, 3], new Random(2));

    [Fact]
    public void A_number_alone_and_a_list_of_one_stand_for_all_axes()
    {
        double[] expected = Convolve(Image, Weights, stride: [2, 2], padding: [1, 1], dilation: [2, 2], groups: 2).ToArray();
        ReadOnlySpan<int> two = [2, 2];

        Assert.Equal(expected, Convolve(Image, Weights, stride: 2, padding: 1, dilation: 2, groups: 2).ToArray());
        Assert.Equal(expected, Convolve(Image, Weights, stride: [2], padding: [1], dilation: two, groups: 2).ToArray());
        Assert.Equal(expected, Convolve(Image, Weights, stride: new int[] { 2, 2 }, padding: new int[] { 1 }, dilation: 2, groups: 2).ToArray());
    }

    [Fact]
    public void An_empty_list_leaves_every_axis_at_its_default() =>
        Assert.Equal(
            Convolve(Image, Weights, groups: 2).ToArray(),
            Convolve(Image, Weights, stride: [], padding: [], dilation: [], groups: 2).ToArray());

    [Fact]
    public void Padding_same_keeps_the_lengths_and_valid_adds_nothing()
    {
        Assert.Equal(Shape.Of(2, 6, 6, 5), Convolve(Image, Weights, padding: Padding.Same, dilation: 2, groups: 2).Shape);
        Assert.Equal(Shape.Of(2, 6, 4, 3), Convolve(Image, Weights, padding: Padding.Valid, groups: 2).Shape);
        Assert.Equal(Convolve(Image, Weights, padding: 1, groups: 2).ToArray(), Convolve(Image, Weights, padding: Padding.Same, groups: 2).ToArray());
    }

    [Fact]
    public void The_transposed_convolution_is_the_adjoint_of_the_convolution()
    {
        Variable<double> y = Normal<double>([2, 6, 3, 3], new Random(3));

        double forward = Sum(Convolve(Image, Weights, stride: 2, padding: 1, groups: 2) * y).Value;
        double back = Sum(Image * ConvolveTransposed(y, Weights, stride: 2, padding: 1, outputPadding: [1, 0], groups: 2)).Value;

        Assert.Equal(forward, back, 1e-11);
    }

    [Fact]
    public void Four_spatial_axes_are_as_good_as_one()
    {
        Variable<double> x = Normal<double>([1, 2, 3, 2, 3, 2], new Random(4)), weights = Normal<double>([2, 2, 2, 1, 3, 2], new Random(5));

        Variable<double> y = Convolve(x, weights, padding: [0, 0, 1, 0]);

        Assert.Equal(Shape.Of(1, 2, 2, 2, 3, 1), y.Shape);
        double expected = 0;
        for (int channel = 0; channel < 2; channel++)
        {
            expected += Sum(x[0, channel, 1..3, 1, .., ..] * weights[1, channel, .., 0, .., ..]).Value;
        }

        Assert.Equal(expected, y[0, 1, 1, 1, 1, 0].Value, 1e-12);
    }

    [Fact]
    public void A_steady_step_allocates_no_array()
    {
        Variable<double> x = Image.Detach().AttachGradient(), weights = Weights.Detach().AttachGradient(), bias = Zeros<double>(6).AttachGradient();
        Variable<double> back = Normal<double>([6, 2, 2, 2], new Random(6)).AttachGradient();
        for (int i = 0; i < 5; i++) { Step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++) { Step(); }
        long perStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
        Assert.True(perStep == 0, $"{perStep} bytes a step");

        void Step()
        {
            using (Autograd.Record())
            {
                Variable<double> y = Convolve(x, weights, bias, padding: 1, groups: 2);
                Sum(ConvolveTransposed(y, back, stride: 2)).Backward();
            }
        }
    }
}
