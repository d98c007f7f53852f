using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Elements in order, at places, and in frames.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void TooManyOfAxis(string operation, int count, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(count),
            count,
            $"{operation}: {count} elements were asked for along axis {axis} of {shape}, which has {shape.Lengths[axis]}; 0 to as many can be taken.");

    [DoesNotReturn]
    internal static void NoTable(Shape shape) =>
        throw new ArgumentException($"Embedding: the weights are {shape} and have no rows; a table is [rows, ...].");

    [DoesNotReturn]
    internal static void PaddingRow(int padding, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(padding),
            padding,
            $"Embedding: there is no row {padding} in {shape} to be the padding; rows are 0 to {shape.Lengths[0] - 1}, or negative from the end.");

    [DoesNotReturn]
    internal static void IndexCount(int count, Shape shape) =>
        throw new ArgumentException($"ElementsAt: {count} indices came, and {shape} has {shape.Rank} axes; give one for each of the first axes.");

    [DoesNotReturn]
    internal static void IndexShapesDiffer(Shape shape, Shape first, int axis) =>
        throw new ShapeMismatchException(
            $"ElementsAt: the indices along axis {axis} have the shape {shape}, those along axis 0 {first}; they must be equal.", shape, first);

    [DoesNotReturn]
    internal static void DropoutRate(double rate) =>
        throw new ArgumentOutOfRangeException(nameof(rate), rate, $"Dropout: the rate is {rate}, and a probability is within 0 and 1.");

    [DoesNotReturn]
    internal static void UnknownPadding(PaddingMode mode) =>
        throw new ArgumentOutOfRangeException(nameof(mode), mode, "Pad: there is no such mode; modes are Reflect, Replicate and Circular.");

    [DoesNotReturn]
    internal static void FrameTooWide(PaddingMode mode, (int Before, int After) padding, int most, int axis, Shape shape) =>
        throw new ArgumentException(
            $"Pad: {padding} is too wide a frame for axis {axis} of {shape} in mode {mode}, which has {most} elements for it on each side.", nameof(padding));

    [DoesNotReturn]
    internal static void ShiftCount(int shifts, int axes) =>
        throw new ArgumentException($"Roll: {shifts} shifts came for {axes} axes; give one for each.");

    [DoesNotReturn]
    internal static void RepetitionCount(int counts, int axis, Shape shape) =>
        throw new ArgumentException(
            $"RepeatInterleave: {counts} counts came for axis {axis} of {shape}, which has {shape.Lengths[axis]} places; give one for each.");

    [DoesNotReturn]
    internal static void NotVector(string operation, int position, Shape shape) =>
        throw new ArgumentException($"{operation}: value {position} has the shape {shape}; vectors are needed, of one axis. Flatten it?");
}
