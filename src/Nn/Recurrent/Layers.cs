using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>How sequences, states and layers fit together.</summary>
internal readonly struct Layers<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool isBatch;
    private readonly int batch, count, hidden;

    /// <summary>Checks all shapes before anything is computed.</summary>
    internal Layers(
        string name, int gates, Variable<T> x, ReadOnlySpan<RecurrentWeights<T>> weights, Variable<T>? initial, bool bidirectional)
    {
        Shape shape = x.Shape;
        Directions = bidirectional ? 2 : 1;
        if (weights.IsEmpty || weights.Length % Directions != 0) { Throw.LayerCount(name, weights.Length, bidirectional); }
        if (shape.Rank is not (2 or 3)) { Throw.SequenceShape(name, shape); }
        foreach (RecurrentWeights<T> layer in weights) { ArgumentNullException.ThrowIfNull(layer, nameof(weights)); }
        isBatch = shape.Rank == 3;
        (batch, count, hidden) = (isBatch ? shape[0] : 1, weights.Length, weights[0].HiddenLength);
        for (int k = 0; k < count; k++)
        {
            int features = k < Directions ? shape[-1] : Directions * hidden;
            if (weights[k].Gates != gates) { Throw.GateCount(name, gates, weights[k].Hidden.Shape); }
            if (weights[k].HiddenLength != hidden || weights[k].Features != features)
            {
                Throw.LayerShape(name, k, weights[k].Input.Shape, Shape.Of(gates * hidden, features));
            }
        }
        if (initial is not { } given) { return; }
        Shape expected = isBatch ? Shape.Of(count, batch, hidden) : Shape.Of(count, hidden);
        if (!given.Shape.Equals(expected)) { Throw.InitialState(name, given.Shape, expected); }
    }

    internal int Directions { get; }

    internal Variable<T> Batched(Variable<T> x) => isBatch ? x : x.Unsqueeze(0);

    internal Variable<T> Shaped(Variable<T> output) => isBatch ? output : output.Squeeze(0);

    /// <summary>The state of each layer and direction before the first step, [batch, hidden].</summary>
    internal Variable<T>[] States(Variable<T>? initial)
    {
        Variable<T>[] states = new Variable<T>[count];
        if (initial is not { } given)
        {
            Array.Fill(states, Variable.Zeros<T>(batch, hidden));
            return states;
        }
        for (int k = 0; k < count; k++) { states[k] = isBatch ? given[k] : given[k..(k + 1)]; }
        return states;
    }

    /// <summary>The last states together, in the shape of the first ones.</summary>
    internal Variable<T> Joined(Variable<T>[] states) => isBatch ? Variable.Stack(0, states) : Variable.Concatenate(0, states);
}
