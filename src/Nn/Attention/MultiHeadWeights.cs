using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>What an attention with several heads learns: the maps to queries, keys and values, and the map of what the heads found to the output.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class MultiHeadWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weights of an attention over vectors of length d.</summary>
    /// <param name="heads">The number of heads that share the vectors; it must divide d.</param>
    /// <param name="input">The weights of queries, keys and values, one below the other, [3 d, d].</param>
    /// <param name="output">The weights of the output, [d, d].</param>
    /// <param name="inputBias">What is added to queries, keys and values, [3 d]; null for nothing.</param>
    /// <param name="outputBias">What is added to the output, [d]; null for nothing.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit each other.</exception>
    /// <exception cref="ArgumentException">The number of heads is less than 1, or does not divide d.</exception>
    public MultiHeadWeights(int heads, Variable<T> input, Variable<T> output, Variable<T>? inputBias = null, Variable<T>? outputBias = null)
    {
        Shape first = input.Shape, second = output.Shape;
        bool fits = first.Rank == 2 && second.Rank == 2 && second[0] == second[1] && first[1] == second[1] && first[0] == 3L * first[1];
        if (!fits) { Throw.MultiHeadWeights(first, second); }
        if (heads < 1 || second[0] % heads != 0) { Throw.HeadCount(heads, second[0]); }
        RequireBias(nameof(inputBias), inputBias, first);
        RequireBias(nameof(outputBias), outputBias, second);
        (Heads, Input, Output, InputBias, OutputBias) = (heads, input, output, inputBias, outputBias);
    }

    /// <summary>The number of heads.</summary>
    public int Heads { get; }

    /// <summary>The length d of the vectors.</summary>
    public int Length => Output.Shape[0];

    /// <summary>The weights of queries, keys and values, one below the other, [3 d, d].</summary>
    public Variable<T> Input { get; }

    /// <summary>The weights of the output, [d, d].</summary>
    public Variable<T> Output { get; }

    /// <summary>What is added to queries, keys and values; null for nothing.</summary>
    public Variable<T>? InputBias { get; }

    /// <summary>What is added to the output; null for nothing.</summary>
    public Variable<T>? OutputBias { get; }

    private static void RequireBias(string name, Variable<T>? bias, Shape weights)
    {
        if (bias is { } given && (given.Rank != 1 || given.Length != weights[0])) { Throw.MultiHeadBias(name, given.Shape, weights); }
    }
}
