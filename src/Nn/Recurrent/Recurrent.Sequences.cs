using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Whole sequences. All steps' inputs are multiplied at once, so that a step multiplies no more than its state.
public static partial class Recurrent
{
    /// <summary>A simple recurrent network over whole sequences; each step is one of <see cref="RnnCell"/>.</summary>
    /// <param name="x">The sequences, [batch, time, features], or one alone, [time, features].</param>
    /// <param name="weights">The weights of each layer, from the input on; if bidirectional, for each layer those forward and those backward.</param>
    /// <param name="initial">
    /// The states before the first step, [layers × directions, batch, hidden], without the batch for one sequence; null for zeros.
    /// </param>
    /// <param name="bidirectional">Whether each layer also runs from the last step to the first; both outputs are then concatenated.</param>
    /// <param name="activation">The activation; the hyperbolic tangent if none is given.</param>
    /// <returns>The outputs of the last layer, [batch, time, directions × hidden], and the last states, in the shape of the first ones.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">There are no weights, or an odd number of them for two directions, or the input is no sequence.</exception>
    public static (Variable<T> Output, Variable<T> Hidden) Rnn<T>(
        Variable<T> x,
        ReadOnlySpan<RecurrentWeights<T>> weights,
        Variable<T>? initial = null,
        bool bidirectional = false,
        Func<Variable<T>, Variable<T>>? activation = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Simple(new SimpleCell<T>(activation ?? Tanh), x, weights, initial, bidirectional);

    /// <summary>Gated recurrent units over whole sequences; each step is one of <see cref="GruCell"/>.</summary>
    /// <inheritdoc cref="Rnn{T}(Variable{T}, ReadOnlySpan{RecurrentWeights{T}}, Variable{T}?, bool, Func{Variable{T}, Variable{T}}?)"/>
    public static (Variable<T> Output, Variable<T> Hidden) Gru<T>(
        Variable<T> x, ReadOnlySpan<RecurrentWeights<T>> weights, Variable<T>? initial = null, bool bidirectional = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Simple(default(GruCell<T>), x, weights, initial, bidirectional);

    /// <summary>Long short-term memory over whole sequences; each step is one of <see cref="LstmCell"/>.</summary>
    /// <param name="x">The sequences, [batch, time, features], or one alone, [time, features].</param>
    /// <param name="weights">The weights of each layer, from the input on; if bidirectional, for each layer those forward and those backward.</param>
    /// <param name="initial">
    /// States and cells before the first step, [layers × directions, batch, hidden], without the batch for one sequence; null for zeros.
    /// </param>
    /// <param name="bidirectional">Whether each layer also runs from the last step to the first; both outputs are then concatenated.</param>
    /// <returns>The outputs of the last layer, [batch, time, directions × hidden], and the last states and cells, in the shape of the first ones.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">There are no weights, or an odd number of them for two directions, or the input is no sequence.</exception>
    public static (Variable<T> Output, Variable<T> Hidden, Variable<T> Cell) Lstm<T>(
        Variable<T> x, ReadOnlySpan<RecurrentWeights<T>> weights, (Variable<T> Hidden, Variable<T> Cell)? initial = null, bool bidirectional = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LstmCell<T> cell = default;
        if (initial is { } given && !given.Hidden.Shape.Equals(given.Cell.Shape)) { Throw.CellShape(cell.Name, given.Hidden.Shape, given.Cell.Shape); }
        Layers<T> layers = new(cell.Name, cell.Gates, x, weights, initial?.Hidden, bidirectional);
        Variable<T>[] hidden = layers.States(initial?.Hidden), cells = layers.States(initial?.Cell);
        (Variable<T>, Variable<T>)[] states = [.. hidden.Zip(cells)];
        Variable<T> output = Run(cell, layers, x, weights, states);
        for (int k = 0; k < states.Length; k++) { (hidden[k], cells[k]) = states[k]; }
        return (layers.Shaped(output), layers.Joined(hidden), layers.Joined(cells));
    }

    private static (Variable<T> Output, Variable<T> Hidden) Simple<TCell, T>(
        TCell cell, Variable<T> x, ReadOnlySpan<RecurrentWeights<T>> weights, Variable<T>? initial, bool bidirectional)
        where TCell : struct, ICell<Variable<T>, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Layers<T> layers = new(cell.Name, cell.Gates, x, weights, initial, bidirectional);
        Variable<T>[] states = layers.States(initial);
        Variable<T> output = Run(cell, layers, x, weights, states);
        return (layers.Shaped(output), layers.Joined(states));
    }

    // Through all layers; the states become the last ones.
    private static Variable<T> Run<TCell, TState, T>(TCell cell, Layers<T> layers, Variable<T> x, ReadOnlySpan<RecurrentWeights<T>> weights, TState[] states)
        where TCell : struct, ICell<TState, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> sequence = layers.Batched(x);
        for (int k = 0; k < weights.Length; k += layers.Directions)
        {
            Variable<T> forward = Run(cell, sequence, weights[k], ref states[k], backward: false);
            sequence = layers.Directions == 1
                ? forward
                : Concatenate(-1, forward, Run(cell, sequence, weights[k + 1], ref states[k + 1], backward: true));
        }
        return sequence;
    }

    // One layer in one direction.
    private static Variable<T> Run<TCell, TState, T>(TCell cell, Variable<T> sequence, RecurrentWeights<T> weights, ref TState state, bool backward)
        where TCell : struct, ICell<TState, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> inputs = Product(sequence, weights.Input, weights.InputBias), recurrent = weights.Hidden.Transpose();
        Variable<T>[] outputs = new Variable<T>[sequence.Shape[1]];
        for (int step = 0; step < outputs.Length; step++)
        {
            int time = backward ? outputs.Length - 1 - step : step;
            state = cell.Step(inputs[.., time], Plus(cell.Output(state), recurrent, weights.HiddenBias), state);
            outputs[time] = cell.Output(state);
        }
        return outputs.Length > 0 ? Stack(1, outputs) : Zeros<T>(sequence.Shape[0], 0, weights.HiddenLength);
    }
}
