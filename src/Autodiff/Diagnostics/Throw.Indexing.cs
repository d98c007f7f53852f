using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Slices, indices, and arrays put together.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void StepOfZero() =>
        throw new ArgumentOutOfRangeException("step", 0, "Slice: a step of 0 goes nowhere. Steps are positive, or negative to go backward.");

    [DoesNotReturn]
    internal static void TooManySlices(int count, Shape shape) =>
        throw new ArgumentException($"[]: {count} indices came, and {shape} has {(shape.Rank == 1 ? "1 axis" : $"{shape.Rank} axes")}.");

    [DoesNotReturn]
    internal static void SliceOutOfRange(Slice slice, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(slice),
            $"[]: {slice} is not within axis {axis} of {shape}: a range begins at 0 or later, ends at {shape.Lengths[axis]} or before, "
            + "and not before it begins.");

    [DoesNotReturn]
    internal static void SliceIndexOutOfRange(Slice index, int axis, Shape shape)
    {
        int length = shape.Lengths[axis];
        throw new ArgumentOutOfRangeException(
            nameof(index),
            length == 0
                ? $"[]: there is no index {index} along axis {axis} of {shape}, which is empty."
                : $"[]: there is no index {index} along axis {axis} of {shape}; indices are 0 to {length - 1}, or ^1 (the last) to ^{length} from the end.");
    }

    [DoesNotReturn]
    internal static void IndexOutOfRange(string operation, int index, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(index),
            shape.Lengths[axis] == 0
                    ? $"{operation}: there is no index {index} along axis {axis} of {shape}, which is empty."
                    : $"{operation}: there is no index {index} along axis {axis} of {shape}; indices are 0 to {shape.Lengths[axis] - 1}.");

    [DoesNotReturn]
    internal static void NoSuchPosition(int position, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(position), position, $"[]: there is no index at {position} in {shape}, which holds {shape.ElementCount}, counted row by row from 0.");

    [DoesNotReturn]
    internal static void IndexShape(string operation, Shape indices, int axis, Shape shape) =>
        throw new ShapeMismatchException(
            $"{operation}: the indices have the shape {indices}, the values {shape}: both need as many axes, and the indices must not be longer "
            + $"than the values but along axis {axis}. Reshape the indices, or use IndexSelect to take whole rows.",
            indices,
            shape);

    [DoesNotReturn]
    internal static void NewAxisOutOfRange(string operation, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(axis),
            axis,
            $"{operation}: a new axis of {shape} cannot stand at {axis}; places are 0 to {shape.Rank}, or -1 to -{shape.Rank + 1} from the end.");

    [DoesNotReturn]
    internal static void NothingToJoin(string operation) => throw new ArgumentException($"{operation}: no values came; at least one is needed.");

    [DoesNotReturn]
    internal static void CannotConcatenate(Shape shape, Shape first, int position, int axis) =>
        throw new ShapeMismatchException(
            $"Concatenate: value {position} has the shape {shape}, value 0 {first}; they may differ along axis {axis} only.",
            shape,
            first);

    [DoesNotReturn]
    internal static void CannotStack(Shape shape, Shape first, int position) =>
        throw new ShapeMismatchException(
            $"Stack: value {position} has the shape {shape}, value 0 {first}; they must be equal.", shape, first);

    [DoesNotReturn]
    internal static void CannotSplit(Shape shape, int axis, int pieces) =>
        throw new ArgumentException(
            $"Split: {pieces} equal pieces were asked for along axis {axis} of {shape}, and {shape.Lengths[axis]} elements do not part so. "
                + "Name the lengths: Split(x, axis, [2, 3]).");

    [DoesNotReturn]
    internal static void SplitLengths(ReadOnlySpan<int> lengths, int axis, Shape shape) =>
        throw new ArgumentException(
            $"Split: the lengths {Text(lengths)} are not those of pieces that make up axis {axis} of {shape}: none may be negative, "
            + $"and their sum must be {shape.Lengths[axis]}.");

    [DoesNotReturn]
    internal static void CannotSqueeze(int axis, Shape shape) =>
        throw new ArgumentException(
            $"Squeeze: axis {axis} of {shape} has the length {shape[axis]}, and only an axis of length 1 can go. Take one element with an index.");

    [DoesNotReturn]
    internal static void FlattenBackward(int first, int last, Shape shape) =>
        throw new ArgumentException(
            $"Flatten: axis {last} of {shape} stands before axis {first}; name the first one first.");

    [DoesNotReturn]
    internal static void Repetitions(string operation, int count) =>
        throw new ArgumentOutOfRangeException(nameof(count), count, $"{operation}: {count} repetitions; 0 are the least.");

    [DoesNotReturn]
    internal static void PaddingCount(int count, Shape shape) =>
        throw new ArgumentException(
            $"Pad: {count} pairs came, and {shape} has {shape.Rank} axes; there is a pair for each of the last axes.");

    [DoesNotReturn]
    internal static void NegativePadding((int Before, int After) padding, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(padding),
            $"Pad: {padding} along axis {axis} of {shape} is negative. To take a part, use ranges: x[1..^1].");

    [DoesNotReturn]
    internal static void NotMatrices(string operation, Shape shape) =>
        throw new ArgumentException($"{operation}: {shape} has no two axes for matrices to stand in. Reshape the value to two axes or more.");

    [DoesNotReturn]
    internal static void BackwardInTensor(Shape shape, int axis) =>
        throw new NotSupportedException(
            $"AsReadOnlyTensorSpan: the view of shape {shape} goes backward along axis {axis}, which a tensor span cannot. ToTensor makes a copy.");
}
