using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Attention.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void AttentionShapes(string operation, Shape queries, Shape keys, Shape values) =>
        throw new ShapeMismatchException(
            $"{operation}: the queries are {queries}, the keys {keys}, the values {values}; they must be [..., queries, d], [..., keys, d] and [..., keys, e], "
            + "and the axes before the last two must broadcast.",
            queries,
            keys);

    [DoesNotReturn]
    internal static void AttentionMask(string operation, string what, Shape shape, Shape logits) =>
        throw new ShapeMismatchException(
            $"{operation}: {what} {shape} cannot be repeated to the logits {logits}, queries × keys: from the last axis on, each length must be 1 or equal.",
            shape,
            logits);

    [DoesNotReturn]
    internal static void AttentionScale(string operation, double scale) =>
        throw new ArgumentOutOfRangeException(nameof(scale), scale, $"{operation}: the scale must be a finite number; 1/√d is the usual one.");
}
