using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Kernels that move over arrays.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void ConvolutionRanks(string operation, Shape x, Shape weights) =>
        throw new ShapeMismatchException(
            weights.Rank < 3
                ? $"{operation}: the weights are {weights}, and have no spatial axis: two axes of channels and one or more of the kernel are needed. "
                    + $"x is {x}. Without a kernel it is a product of matrices: Affine."
                : $"{operation}: x is {x}, the weights are {weights}: with a kernel of {weights.Rank - 2} axes x needs {weights.Rank} axes, "
                    + $"[batch, channels, ...], or {weights.Rank - 1} without a batch.",
            x,
            weights);

    [DoesNotReturn]
    internal static void ConvolutionChannels(string operation, Shape x, Shape weights, int channels, int expected, int groups) =>
        throw new ShapeMismatchException(
            $"{operation}: x is {x}, with {channels} channels, and the weights {weights} in {groups} {(groups == 1 ? "group" : "groups")} take {expected}.",
            x,
            weights);

    [DoesNotReturn]
    internal static void ConvolutionBias(string operation, Shape bias, int channels, Shape weights) =>
        throw new ShapeMismatchException(
            $"{operation}: the bias is {bias}, and [{channels}] is needed, a number for each channel of the result with the weights {weights}.",
            bias,
            Shape.Of(channels));

    [DoesNotReturn]
    internal static void Groups(string operation, int groups, int channels, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(groups),
            groups,
            groups < 1
                ? $"{operation}: there are {groups} groups; there must be 1 or more."
                : $"{operation}: the {channels} channels of {shape} cannot be divided into {groups} equal groups.");

    [DoesNotReturn]
    internal static void PerAxisCount(string operation, string what, int count, int axes) =>
        throw new ArgumentException(
            $"{operation}: {count} numbers came for the {what}, and there {(axes == 1 ? "is 1 spatial axis" : $"are {axes} spatial axes")}; "
            + "give one for each, or a single one for all.",
            what);

    [DoesNotReturn]
    internal static void PerAxisRange(string operation, string what, int number, int axis, int least) =>
        throw new ArgumentOutOfRangeException(what, number, $"{operation}: the {what} is {number} along spatial axis {axis}; {least} is the least.");

    [DoesNotReturn]
    internal static void KernelWithoutTaps(string operation, Shape weights, int axis) =>
        throw new ArgumentException($"{operation}: the kernel of the weights {weights} has the length 0 along spatial axis {axis}; 1 is the least.");

    [DoesNotReturn]
    internal static void KernelTooLong(string operation, Shape x, Shape weights, int axis, long reach, long padded) =>
        throw new ShapeMismatchException(
            $"{operation}: x is {x}, the weights are {weights}: along spatial axis {axis} the kernel covers {reach} elements, dilation included, and the "
            + $"padded input has {padded}. Pad more, or take a shorter kernel or a smaller dilation.",
            x,
            weights);

    [DoesNotReturn]
    internal static void PaddedTooLong(string operation, Shape x, int axis, long padded) =>
        throw new ArgumentException(
            $"{operation}: along spatial axis {axis} of {x} there would be {padded} elements with the padding, and an array can hold {Array.MaxLength}.");

    [DoesNotReturn]
    internal static void SameWithStride(string operation, int stride, int axis) =>
        throw new ArgumentException(
            $"{operation}: Padding.Same makes the result as long as the input, and the stride {stride} along spatial axis {axis} makes it shorter. "
            + "Give the padding in numbers.");

    [DoesNotReturn]
    internal static void OutputPadding(string operation, int outputPadding, int axis, int stride, int dilation) =>
        throw new ArgumentOutOfRangeException(
            nameof(outputPadding),
            outputPadding,
            $"{operation}: the output padding {outputPadding} along spatial axis {axis} must be less than the stride {stride} or the dilation {dilation}.");

    [DoesNotReturn]
    internal static void TransposedLength(string operation, Shape x, Shape weights, int axis, long length) =>
        throw new ShapeMismatchException(
            $"{operation}: x is {x}, the weights are {weights}: along spatial axis {axis} the result would have {length} elements; at least 1 and at most "
            + $"{Array.MaxLength} with the padding are possible.",
            x,
            weights);

    [DoesNotReturn]
    internal static void BilinearShapes(Shape x1, Shape x2, Shape weights) =>
        throw new ShapeMismatchException(
            $"Bilinear: x1 is {x1}, x2 is {x2}, the weights are {weights}; [..., n] and [..., m] with the same axes before the last need [outputs, n, m].",
            x1,
            x2);
}
