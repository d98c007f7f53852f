using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

/// <summary>
/// Recurrent networks as functions: single steps, and whole sequences through layers in one direction or both. Names and order of weights and gates
/// are those of PyTorch, with sequences as [batch, time, features].
/// </summary>
public static partial class Recurrent
{
    /// <summary>One step of a simple recurrent network, h' = f(x Wᵀ + b + h Uᵀ + c) (Elman 1990).</summary>
    /// <param name="x">The input of the step, [..., features].</param>
    /// <param name="hidden">The state h before the step, [..., hidden].</param>
    /// <param name="weights">W, U, b and c.</param>
    /// <param name="activation">f; the hyperbolic tangent if none is given.</param>
    /// <returns>The state after the step, which is the output, too.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Variable<T> RnnCell<T>(
        Variable<T> x, Variable<T> hidden, RecurrentWeights<T> weights, Func<Variable<T>, Variable<T>>? activation = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Step(new SimpleCell<T>(activation ?? Tanh), nameof(RnnCell), x, hidden, weights);

    /// <summary>
    /// One step of a gated recurrent unit: with the gates r, z and n below each other in the weights, r = σ(x Wᵀ + b + h Uᵀ + c), z likewise,
    /// n = tanh(x Wᵀ + b + r (h Uᵀ + c)), and h' = (1 - z) n + z h (Cho and others 2014).
    /// </summary>
    /// <param name="x">The input of the step, [..., features].</param>
    /// <param name="hidden">The state h before the step, [..., hidden].</param>
    /// <param name="weights">W, U, b and c, each for three gates.</param>
    /// <returns>The state after the step, which is the output, too.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Variable<T> GruCell<T>(Variable<T> x, Variable<T> hidden, RecurrentWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Step(default(GruCell<T>), nameof(GruCell), x, hidden, weights);

    /// <summary>
    /// One step of a long short-term memory: with the gates i, f, g and o below each other in the weights, i = σ(x Wᵀ + b + h Uᵀ + c), f and o likewise,
    /// g = tanh(...), c' = f c + i g, and h' = o tanh(c') (Hochreiter and Schmidhuber 1997; Gers and others 2000).
    /// </summary>
    /// <param name="x">The input of the step, [..., features].</param>
    /// <param name="hidden">The state h before the step, [..., hidden].</param>
    /// <param name="cell">The cell c before the step, of the same shape.</param>
    /// <param name="weights">W, U, b and c, each for four gates.</param>
    /// <returns>The state after the step, which is the output, too, and the cell.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static (Variable<T> Hidden, Variable<T> Cell) LstmCell<T>(Variable<T> x, Variable<T> hidden, Variable<T> cell, RecurrentWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!cell.Shape.Equals(hidden.Shape)) { Throw.CellShape(nameof(LstmCell), hidden.Shape, cell.Shape); }
        return Step(default(LstmCell<T>), nameof(LstmCell), x, (hidden, cell), weights);
    }

    private static TState Step<TCell, TState, T>(TCell cell, string name, Variable<T> x, TState state, RecurrentWeights<T> weights)
        where TCell : struct, ICell<TState, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        RequireGates(name, cell.Gates, weights);
        Variable<T> hidden = cell.Output(state);
        Shape input = x.Shape, before = hidden.Shape;
        bool fits = input.Rank > 0 && input.Rank == before.Rank && input[-1] == weights.Features && before[-1] == weights.HiddenLength
            && input.Lengths[..^1].SequenceEqual(before.Lengths[..^1]);
        if (!fits) { Throw.StepShapes(name, input, before, weights.Features, weights.HiddenLength); }
        return cell.Step(Product(x, weights.Input, weights.InputBias), Product(hidden, weights.Hidden, weights.HiddenBias), state);
    }

    private static Variable<T> Product<T>(Variable<T> x, Variable<T> weights, Variable<T>? bias)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Plus(x, weights.Transpose(), bias);

    private static Variable<T> Plus<T>(Variable<T> x, Variable<T> weights, Variable<T>? bias)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        bias is { } b ? Affine(x, weights, b) : MatMul(x, weights);

    private static void RequireGates<T>(string name, int gates, RecurrentWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weights.Gates != gates) { Throw.GateCount(name, gates, weights.Hidden.Shape); }
    }
}
