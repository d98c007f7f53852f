using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>What makes a recurrent network of one kind: a step, given the products of its input and of its state with the weights.</summary>
internal interface ICell<TState, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The name, for errors.</summary>
    string Name { get; }

    /// <summary>How many products each element of the state is made of.</summary>
    int Gates { get; }

    /// <summary>The state after a step.</summary>
    /// <param name="input">The input times its weights, with their bias, [..., gates × hidden].</param>
    /// <param name="product">The state times its weights, with their bias, of the same shape.</param>
    /// <param name="state">The state before.</param>
    TState Step(Variable<T> input, Variable<T> product, TState state);

    /// <summary>The part of a state that is the output, and that the next step multiplies.</summary>
    Variable<T> Output(TState state);
}

/// <summary>h' = f(x W + h U) for an activation f (Elman 1990).</summary>
internal readonly struct SimpleCell<T>(Func<Variable<T>, Variable<T>> activation) : ICell<Variable<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public string Name => "Rnn";

    public int Gates => 1;

    public Variable<T> Step(Variable<T> input, Variable<T> product, Variable<T> state)
    {
        Variable<T> next = activation(input + product);
        if (!next.Shape.Equals(state.Shape)) { Throw.ActivationShape(Name, next.Shape, state.Shape); }
        return next;
    }

    public Variable<T> Output(Variable<T> state) => state;
}

/// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers and others 2000).</summary>
internal readonly struct LstmCell<T> : ICell<(Variable<T> Hidden, Variable<T> Cell), T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public string Name => "Lstm";

    public int Gates => 4;

    public (Variable<T> Hidden, Variable<T> Cell) Step(Variable<T> input, Variable<T> product, (Variable<T> Hidden, Variable<T> Cell) state)
    {
        Variable<T> gates = input + product;
        Variable<T> enter = Variable.Sigmoid(Gate.Of(gates, 0, Gates)), forget = Variable.Sigmoid(Gate.Of(gates, 1, Gates));
        Variable<T> cell = (forget * state.Cell) + (enter * Variable.Tanh(Gate.Of(gates, 2, Gates)));
        Variable<T> output = Variable.Sigmoid(Gate.Of(gates, 3, Gates));
        return (output * Variable.Tanh(cell), cell);
    }

    public Variable<T> Output((Variable<T> Hidden, Variable<T> Cell) state) => state.Hidden;
}

/// <summary>The gated recurrent unit (Cho and others 2014), with the reset gate after the product, as in cuDNN.</summary>
internal readonly struct GruCell<T> : ICell<Variable<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public string Name => "Gru";

    public int Gates => 3;

    public Variable<T> Step(Variable<T> input, Variable<T> product, Variable<T> state)
    {
        Variable<T> reset = Variable.Sigmoid(Gate.Of(input, 0, Gates) + Gate.Of(product, 0, Gates));
        Variable<T> keep = Variable.Sigmoid(Gate.Of(input, 1, Gates) + Gate.Of(product, 1, Gates));
        Variable<T> candidate = Variable.Tanh(Gate.Of(input, 2, Gates) + (reset * Gate.Of(product, 2, Gates)));
        return candidate + (keep * (state - candidate));
    }

    public Variable<T> Output(Variable<T> state) => state;
}

/// <summary>The gates of a step, which stand side by side along the last axis.</summary>
internal static class Gate
{
    /// <summary>One of the gates, as a view; unlike Split this makes no array at each step.</summary>
    internal static Variable<T> Of<T>(Variable<T> all, int gate, int gates)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = all.Shape[-1] / gates;
        Span<Slice> slices = stackalloc Slice[all.Rank];
        slices.Fill(Range.All);
        slices[^1] = (gate * length)..((gate + 1) * length);
        return all[slices];
    }
}
