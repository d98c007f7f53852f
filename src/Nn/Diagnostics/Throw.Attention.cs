using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Nn.Diagnostics;

// Attention.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void MultiHeadWeights(Shape input, Shape output) =>
        throw new ShapeMismatchException(
            $"MultiHeadWeights: the weights of queries, keys and values are {input}, those of the output {output}; they must be [3 d, d] and [d, d].",
            input,
            output);

    [DoesNotReturn]
    internal static void HeadCount(int heads, int length) =>
        throw new ArgumentException($"MultiHeadWeights: {heads} heads cannot share vectors of length {length}; their number must be 1 or more and divide it.");

    [DoesNotReturn]
    internal static void MultiHeadBias(string name, Shape bias, Shape weights) =>
        throw new ShapeMismatchException($"MultiHeadWeights: {name} is {bias}; with weights {weights} it must be [{weights[0]}].", bias, weights);

    [DoesNotReturn]
    internal static void MultiHeadShapes(string name, Shape queries, Shape keys, Shape values, int length) =>
        throw new ShapeMismatchException(
            $"{name}: the queries are {queries}, the keys {keys}, the values {values}; they must be [..., queries, {length}] and twice [..., keys, {length}], "
            + "with the same axes before.",
            queries,
            keys);
}
