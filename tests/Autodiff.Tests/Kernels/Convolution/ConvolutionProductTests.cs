using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Convolution;

/// <summary>Convolutions large enough for their patches to be made in parts, against the sums that define them.</summary>
public sealed class ConvolutionProductTests
{
    // Length of a side of the input, channels, outputs, groups, length of a side of the kernel, stride, padding, dilation.
    public static TheoryData<int, int, int, int, int, int, int, int> Sizes => new()
    {
        { 150, 3, 2, 1, 3, 1, 1, 1 },       // some places at a time
        { 150, 20, 2, 1, 3, 1, 1, 2 },      // the same, sliding
        { 90, 16, 2, 2, 4, 2, 1, 1 },       // the same, with a stride
        { 16, 1200, 1, 1, 3, 2, 1, 1 },     // some rows at a time
        { 12, 1100, 2, 1, 3, 1, 1, 1 },     // the same, sliding
        { 64, 40, 2, 1, 1, 1, 0, 1 },       // the image is its own matrix
        { 7, 2, 33, 1, 7, 1, 3, 1 },
        { 9, 5, 3, 1, 1, 3, 2, 1 },         // a padding longer than the kernel
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void All_three_maps_are_the_sums_that_define_them(
        int side, int channels, int outputs, int groups, int kernel, int stride, int padding, int dilation)
    {
        int places = ((side + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
        KernelAxis axis = new(side, kernel, places, stride, padding, dilation);
        KernelWindows windows = KernelWindows.Of([axis, axis], groups);
        int ofGroup = channels / groups;
        double[] x = Drawn(2 * channels * side * side, 1), weights = Drawn(outputs * ofGroup * kernel * kernel, 2), y = Drawn(2 * outputs * places * places, 3);
        double[] ofX = [.. x], ofWeights = [.. weights], ofY = [.. y];
        for (int n = 0; n < 2; n++)
        {
            for (int o = 0; o < outputs; o++)
            {
                for (int place = 0; place < places * places; place++)
                {
                    int at = (((n * outputs) + o) * places * places) + place;
                    for (int c = 0; c < ofGroup; c++)
                    {
                        for (int tap = 0; tap < kernel * kernel; tap++)
                        {
                            int row = (place / places * stride) + (tap / kernel * dilation) - padding;
                            int column = (place % places * stride) + (tap % kernel * dilation) - padding;
                            if (row < 0 || row >= side || column < 0 || column >= side) { continue; }
                            int channel = (o / (outputs / groups) * ofGroup) + c;
                            int from = (((((n * channels) + channel) * side) + row) * side) + column;
                            int weight = (((o * ofGroup) + c) * kernel * kernel) + tap;
                            ofY[at] += x[from] * weights[weight];
                            ofX[from] += y[at] * weights[weight];
                            ofWeights[weight] += x[from] * y[at];
                        }
                    }
                }
            }
        }

        Elements<double> image = Dense([.. x], 2, channels, side), factors = Dense([.. weights], outputs, ofGroup, kernel);
        Elements<double> result = Dense([.. y], 2, outputs, places);
        ConvolutionProduct.Forward(Dense(x, 2, channels, side), Dense(weights, outputs, ofGroup, kernel), result, windows, accumulate: true);
        ConvolutionProduct.ByInput(Dense(y, 2, outputs, places), Dense(weights, outputs, ofGroup, kernel), image, windows, accumulate: true);
        ConvolutionProduct.ByWeight(Dense(x, 2, channels, side), Dense(y, 2, outputs, places), factors, windows, accumulate: true);
        AssertNear(ofY, result.Span);
        AssertNear(ofX, image.Span);
        AssertNear(ofWeights, factors.Span);
    }

    [Fact]
    public void Windows_met_again_are_one_object()
    {
        KernelAxis axis = new(5, 3, 5, 1, 1, 1);

        Assert.Same(KernelWindows.Of([axis], 1), KernelWindows.Of([axis], 1));
        Assert.NotSame(KernelWindows.Of([axis], 1), KernelWindows.Of([axis, axis], 1));
        Assert.NotSame(KernelWindows.Of([axis], 1), KernelWindows.Of([axis], 2));
    }

    private static Elements<double> Dense(double[] values, int first, int second, int side) => new(values, 0, Shape.Of(first, second, side, side).Dense);

    private static double[] Drawn(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }

    // Sums of thousands of terms below 1/4.
    private static void AssertNear(double[] expected, Span<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) < 1e-11)) { Assert.Fail($"element {i} is {actual[i]}, expected {expected[i]}"); }
        }
    }
}
