using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Windows over axes.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void PooledAxes(string operation, int count, Shape shape) =>
        throw new ArgumentException(
            $"{operation}: {count} lengths came, and {shape} has {shape.Rank} axes; there is one length for each of the last one, two or three axes.");

    [DoesNotReturn]
    internal static void NothingToPool(string operation, int axis, Shape shape) =>
        throw new ArgumentException($"{operation}: axis {axis} of {shape} is pooled and has no elements; only axes before the pooled ones may be empty.");

    [DoesNotReturn]
    internal static void WindowNumbers(string operation, int window, int stride, int dilation) =>
        throw new ArgumentOutOfRangeException(
            nameof(window),
            $"{operation}: the window is {window}, the stride {stride}, the dilation {dilation}; each must be 1 or more.");

    [DoesNotReturn]
    internal static void WindowPadding(string operation, int padding, int window) =>
        throw new ArgumentOutOfRangeException(
            nameof(padding),
            padding,
            $"{operation}: a padding of {padding} does not go with a window of {window}: it must be 0 to {window / 2}, half of the window. "
            + "Pad frames a value as widely as you like.");

    [DoesNotReturn]
    internal static void NoWindow(string operation, Shape shape, int axis, int window, int padding, int dilation) =>
        throw new ArgumentException(
            $"{operation}: no window of {window} with dilation {dilation} fits on axis {axis} of {shape} with padding {padding}; "
            + $"it spans {((window - 1L) * dilation) + 1} places.");

    [DoesNotReturn]
    internal static void DivisorOfZero() =>
        throw new ArgumentOutOfRangeException("divisor", 0, "AveragePool: the divisor is 0; sums are divided by any other number, or with null by the count.");

    [DoesNotReturn]
    internal static void NegativeWindows(string operation, int count) =>
        throw new ArgumentOutOfRangeException(nameof(count), count, $"{operation}: {count} windows were asked for; 0 are the least.");

}
