using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

/// <summary>
/// Attention with several heads as functions: each head attends with its own part of the vectors (Vaswani and others 2017, section 3.2.2). Names and order of
/// weights are those of PyTorch, with sequences as [batch, time, d].
/// </summary>
public static class Attention
{
    /// <summary>The output of an attention with several heads.</summary>
    /// <param name="queries">What attends, [..., queries, d].</param>
    /// <param name="keys">What is attended to, [..., keys, d].</param>
    /// <param name="values">What is taken from there, [..., keys, d].</param>
    /// <param name="weights">What is learned.</param>
    /// <param name="mask">
    /// Nonzero where a query attends to a key, broadcast to [..., heads, queries, keys]: a common mask is [queries, keys], one for each sequence of a batch
    /// [batch, 1, queries, keys], and one that is 0 for padding keys [batch, 1, 1, keys]. Null if each query attends to all keys.
    /// </param>
    /// <param name="bias">What is added to the logits, broadcast in the same way; null for nothing.</param>
    /// <param name="causal">Whether a query attends only to keys up to its own position.</param>
    /// <returns>[..., queries, d].</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Variable<T> MultiHead<T>(
        Variable<T> queries,
        Variable<T> keys,
        Variable<T> values,
        MultiHeadWeights<T> weights,
        Variable<T>? mask = null,
        Variable<T>? bias = null,
        bool causal = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Variable<T> q, Variable<T> k, Variable<T> v) = Heads(nameof(MultiHead), queries, keys, values, weights);
        return Output(ScaledDotProductAttention(q, k, v, mask, bias, causal), weights);
    }

    /// <summary>The output of an attention of a sequence to itself, with several heads: one product makes queries, keys and values.</summary>
    /// <param name="x">The sequence, [..., time, d].</param>
    /// <param name="weights">What is learned.</param>
    /// <param name="mask">Nonzero where a position attends to another, broadcast to [..., heads, time, time]; null if each attends to all.</param>
    /// <param name="bias">What is added to the logits, broadcast in the same way; null for nothing.</param>
    /// <param name="causal">Whether a position attends only to those up to itself.</param>
    /// <returns>[..., time, d].</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Variable<T> MultiHead<T>(
        Variable<T> x, MultiHeadWeights<T> weights, Variable<T>? mask = null, Variable<T>? bias = null, bool causal = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        RequireVectors(nameof(MultiHead), x.Shape, x.Shape, x.Shape, weights.Length);
        Variable<T>[] parts = Split(Product(x, weights.Input.Transpose(), weights.InputBias), -1, 3);
        Variable<T> q = Parted(parts[0], weights.Heads), k = Parted(parts[1], weights.Heads), v = Parted(parts[2], weights.Heads);
        return Output(ScaledDotProductAttention(q, k, v, mask, bias, causal), weights);
    }

    /// <summary>The output of an attention with several heads, and the weights with which queries attend to keys, averaged over the heads.</summary>
    /// <remarks>Here the weights are computed in full. Where they are not needed, MultiHead is faster.</remarks>
    /// <returns>[..., queries, d] and [..., queries, keys].</returns>
    /// <inheritdoc cref="MultiHead{T}(Variable{T}, Variable{T}, Variable{T}, MultiHeadWeights{T}, Variable{T}?, Variable{T}?, bool)"/>
    public static (Variable<T> Output, Variable<T> Weights) MultiHeadWithWeights<T>(
        Variable<T> queries,
        Variable<T> keys,
        Variable<T> values,
        MultiHeadWeights<T> weights,
        Variable<T>? mask = null,
        Variable<T>? bias = null,
        bool causal = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Variable<T> q, Variable<T> k, Variable<T> v) = Heads(nameof(MultiHeadWithWeights), queries, keys, values, weights);
        Variable<T> p = AttentionWeights(q, k, mask, bias, causal);
        return (Output(MatMul(p, v), weights), Mean(p, -3));
    }

    // Queries, keys and values of all heads, each multiplied with its part of the weights.
    private static (Variable<T> Queries, Variable<T> Keys, Variable<T> Values) Heads<T>(
        string name, Variable<T> queries, Variable<T> keys, Variable<T> values, MultiHeadWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        RequireVectors(name, queries.Shape, keys.Shape, values.Shape, weights.Length);
        return (Head(queries, 0), Head(keys, 1), Head(values, 2));

        Variable<T> Head(Variable<T> x, int part)
        {
            Range rows = (part * weights.Length)..((part + 1) * weights.Length);
            return Parted(Product(x, weights.Input[rows].Transpose(), weights.InputBias is { } b ? b[rows] : null), weights.Heads);
        }
    }

    // [..., time, d] as [..., heads, time, d/heads].
    private static Variable<T> Parted<T>(Variable<T> x, int heads)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Reshape([.. x.Shape.Lengths[..^1], heads, x.Shape[-1] / heads]).Transpose(-3, -2);

    private static Variable<T> Output<T>(Variable<T> found, MultiHeadWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> joined = found.Transpose(-3, -2).Flatten(-2);
        return Product(joined, weights.Output.Transpose(), weights.OutputBias);
    }

    private static Variable<T> Product<T>(Variable<T> x, Variable<T> weights, Variable<T>? bias)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        bias is { } b ? Affine(x, weights, b) : MatMul(x, weights);

    private static void RequireVectors(string name, Shape queries, Shape keys, Shape values, int length)
    {
        bool fits = queries.Rank >= 2 && keys.Rank == queries.Rank && keys.Equals(values) && queries[-1] == length && keys[-1] == length
            && queries.Lengths[..^2].SequenceEqual(keys.Lengths[..^2]);
        if (!fits) { Throw.MultiHeadShapes(name, queries, keys, values, length); }
    }
}
