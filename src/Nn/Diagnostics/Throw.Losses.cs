using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Nn.Diagnostics;

// Losses.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void TargetShape(string loss, Shape prediction, Shape target) =>
        throw new ShapeMismatchException(
            $"{loss}: the prediction is {prediction}, the target {target}; they must be equal, since broadcasting would pair what does not belong together. "
            + "Reshape one.",
            prediction,
            target);

    [DoesNotReturn]
    internal static void DoesNotRepeat(string loss, string what, Shape shape, Shape examples) =>
        throw new ShapeMismatchException(
            $"{loss}: {what} {shape} cannot be repeated to {examples}: from the last axis on, each length must be 1 or equal. Reshape it.", shape, examples);

    [DoesNotReturn]
    internal static void NotBroadcastable(string loss, Shape a, Shape b) =>
        throw new ShapeMismatchException($"{loss}: {a} and {b} do not broadcast: from the last axis on, lengths must be equal or 1. Reshape one.", a, b);

    [DoesNotReturn]
    internal static void NoSuchAxis(string loss, int axis, Shape shape) =>
        throw new ArgumentOutOfRangeException(
            nameof(axis), axis, $"{loss}: there is no axis {axis} in {shape}; axes are 0 to {shape.Rank - 1}, or -1 to -{shape.Rank} from the end.");

    [DoesNotReturn]
    internal static void TargetOfVectors(string loss, Shape vectors, Shape labels) =>
        throw new ShapeMismatchException(
            $"{loss}: the vectors are {vectors}, the labels {labels}; vectors [..., d] go with one label each, [...].", vectors, labels);

    [DoesNotReturn]
    internal static void NoVectors(string loss) =>
        throw new ArgumentOutOfRangeException(loss, $"{loss}: the values have no axis along which vectors could stand.");

    [DoesNotReturn]
    internal static void NoClasses(string loss) =>
        throw new ArgumentException($"{loss}: the prediction is [], and needs an axis for the classes: [n, classes] or [classes].");

    [DoesNotReturn]
    internal static void ClassWeights(string loss, Shape weights, Shape prediction, int classes) =>
        throw new ShapeMismatchException(
            $"{loss}: the weights of the classes are {weights}, and the prediction {prediction} has {classes} classes; there must be one for each, "
            + $"[{classes}].",
            weights,
            prediction);

    [DoesNotReturn]
    internal static void LabelShape(string loss, Shape prediction, Shape labels) =>
        throw new ShapeMismatchException(
            $"{loss}: the prediction is {prediction}, the labels {labels}; [n, classes, ...] goes with labels [n, ...], and [classes] with one label [].",
            prediction,
            labels);

    [DoesNotReturn]
    internal static void UnknownLabel(string loss, int label, int axis, Shape shape, int? ignored) =>
        throw new ArgumentOutOfRangeException(
            nameof(label),
            label,
            $"{loss}: the label {label} is none of the {shape[axis]} classes along axis {axis} of {shape}; labels are from 0 on"
            + $"{(ignored is { } known ? $", and {known} is ignored" : "; name a label that is to be ignored")}.");

    [DoesNotReturn]
    internal static void OutsideRange(string loss, string what, Shape shape, double value, double low, double high)
    {
        string range = double.IsInfinity(high) ? FormattableString.Invariant($"{low} or more") : FormattableString.Invariant($"from {low} to {high}");
        throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"{loss}: {what} of {shape} is {value}, and must be {range}."));
    }
}
