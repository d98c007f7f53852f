using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>
/// The weights of one layer of a recurrent network in one direction: how a step depends on its input and on the previous state, for all gates at once.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RecurrentWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weights of a layer; the gates stand one below the other.</summary>
    /// <param name="input">By which the input is multiplied, [gates × hidden, features].</param>
    /// <param name="hidden">By which the state is multiplied, [gates × hidden, hidden].</param>
    /// <param name="inputBias">What is added to the product with the input, [gates × hidden]; null for nothing.</param>
    /// <param name="hiddenBias">What is added to the product with the state, [gates × hidden]; null for nothing.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit each other.</exception>
    public RecurrentWeights(Variable<T> input, Variable<T> hidden, Variable<T>? inputBias = null, Variable<T>? hiddenBias = null)
    {
        Shape first = input.Shape, second = hidden.Shape;
        if (first.Rank != 2 || second.Rank != 2 || first[0] != second[0] || second[1] == 0 || second[0] % second[1] != 0)
        {
            Throw.RecurrentWeights(first, second);
        }
        RequireBias(nameof(inputBias), inputBias, first);
        RequireBias(nameof(hiddenBias), hiddenBias, second);
        (Input, Hidden, InputBias, HiddenBias) = (input, hidden, inputBias, hiddenBias);
    }

    /// <summary>By which the input is multiplied, [gates × hidden, features].</summary>
    public Variable<T> Input { get; }

    /// <summary>By which the state is multiplied, [gates × hidden, hidden].</summary>
    public Variable<T> Hidden { get; }

    /// <summary>What is added to the product with the input; null for nothing.</summary>
    public Variable<T>? InputBias { get; }

    /// <summary>What is added to the product with the state; null for nothing.</summary>
    public Variable<T>? HiddenBias { get; }

    /// <summary>The length of the state.</summary>
    public int HiddenLength => Hidden.Shape[1];

    /// <summary>The length of the input of a step.</summary>
    public int Features => Input.Shape[1];

    internal int Gates => Hidden.Shape[0] / Hidden.Shape[1];

    private static void RequireBias(string name, Variable<T>? bias, Shape weights)
    {
        if (bias is { } given && (given.Rank != 1 || given.Length != weights[0])) { Throw.RecurrentBias(name, given.Shape, weights); }
    }
}
