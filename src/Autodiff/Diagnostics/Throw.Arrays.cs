using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Shapes, axes and indices.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NegativeLength(ReadOnlySpan<int> lengths) =>
        throw new ArgumentException($"The shape {Text(lengths)} has a negative length. Lengths are 0 or more.");

    [DoesNotReturn]
    internal static void TooManyElements(ReadOnlySpan<int> lengths) =>
        throw new ArgumentException($"The shape {Text(lengths)} has more elements than an array can hold ({Array.MaxLength}).");

    [DoesNotReturn]
    internal static void ElementCount(string operation, int count, Shape shape) =>
        throw new ArgumentException($"{operation}: {count} values came, and the shape {shape} holds {shape.ElementCount}.");

    [DoesNotReturn]
    internal static void NotBroadcastable(string operation, Shape a, Shape b, int ofA, int ofB) =>
        throw new ShapeMismatchException(
            $"{operation}: the shapes {a} and {b} do not broadcast: from the last axis on, lengths must be equal or 1, and {ofA} meets {ofB}. "
            + "Reshape an operand so that the axes meant to match stand in the same place from the end.",
            a,
            b);

    [DoesNotReturn]
    internal static void CannotExpand(string operation, Shape from, Shape to) =>
        throw new ShapeMismatchException(
            $"{operation}: {from} cannot be repeated to {to}: from the last axis on, each of its lengths must be 1 or equal, and no "
            + "axis may be lost.",
            from,
            to);

    [DoesNotReturn]
    internal static void ShapesDiffer(string operation, Shape actual, Shape expected, string what) =>
        throw new ShapeMismatchException($"{operation}: {what} has the shape {actual}, and {expected} is needed.", actual, expected);

    [DoesNotReturn]
    internal static void AxisOutOfRange(string operation, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(axis),
            axis,
            shape.Rank == 0
                ? $"{operation}: the value has no axes, so there is no axis {axis}."
                : $"{operation}: there is no axis {axis} in {shape}; axes are 0 to {shape.Rank - 1}, or -1 to -{shape.Rank} from the end.");

    [DoesNotReturn]
    internal static void OneAxisToTranspose(int first, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(first),
            first,
            $"Transpose: {shape} has {(shape.Rank == 0 ? "no axes" : "one axis")}, and the last two are to be exchanged. "
            + "Unsqueeze makes a row or a column of a vector.");

    [DoesNotReturn]
    internal static void AxisTwice(string operation, int axis, Shape shape) =>
        throw new ArgumentException($"{operation}: axis {axis} of {shape} is named twice.");

    [DoesNotReturn]
    internal static void TooManyAxes(int rank, int most) =>
        throw new ArgumentException($"A shape of {rank} axes was asked for, and {most} are the most.");

    [DoesNotReturn]
    internal static void CannotReshape(Shape from, Shape to) =>
        throw new ShapeMismatchException($"Reshape: {from} has {from.ElementCount} elements, {to} has {to.ElementCount}; they must be equal.", from, to);

    [DoesNotReturn]
    internal static void CannotInfer(ReadOnlySpan<int> lengths, Shape from) =>
        throw new ArgumentException(
            $"Reshape: the length -1 in {Text(lengths)} does not follow from {from}: at most one may be -1, and the others must "
            + $"divide the {from.ElementCount} elements and not be 0.");

    [DoesNotReturn]
    internal static void AxisCount(string operation, int count, Shape shape) =>
        throw new ArgumentException($"{operation}: {count} axes came, and {shape} has {shape.Rank}; name each once.");

    [DoesNotReturn]
    internal static void InnerLengths(Shape a, Shape b, int innerOfA, int innerOfB) =>
        throw new ShapeMismatchException(
            $"MatMul: left is {a}, right is {b}; the inner lengths {innerOfA} and {innerOfB} must be equal. Transpose one operand?", a, b);

    [DoesNotReturn]
    internal static void BatchesDiffer(Shape a, Shape b) =>
        throw new ShapeMismatchException(
            $"MatMul: left is {a}, right is {b}; the axes before the last two do not broadcast: from the last of them on, lengths must be equal or 1.",
            a,
            b);

    [DoesNotReturn]
    internal static void ProductWithoutAxes(Shape a, Shape b) =>
        throw new ShapeMismatchException($"MatMul: left is {a}, right is {b}; an operand without axes is a number: multiply with *.", a, b);

    [DoesNotReturn]
    internal static void AffineShapes(Shape x, Shape weights, Shape bias) =>
        throw new ShapeMismatchException(
            $"Affine: x is {x}, the weights are {weights}, the bias is {bias}; with weights [k, n] the last length of x must be k "
            + "and the bias [n].",
            x,
            weights);

    [DoesNotReturn]
    internal static void LogitsShape(Shape logits, Shape labels) =>
        throw new ShapeMismatchException(
            $"SoftmaxCrossEntropy: the logits are {logits}, the labels {labels}; n labels [n] go with logits [n, classes].", logits, labels);

    [DoesNotReturn]
    internal static void EmptyBatch(Shape logits) =>
        throw new ArgumentException($"SoftmaxCrossEntropy: the logits are {logits}, and the mean over no examples is not defined. Skip empty batches.");

    private static string Text(ReadOnlySpan<int> lengths) => $"[{string.Join(", ", lengths.ToArray())}]";
}
