using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Nn.Diagnostics;

// Recurrent networks.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void RecurrentWeights(Shape input, Shape hidden) =>
        throw new ShapeMismatchException(
            $"RecurrentWeights: the weights of the input are {input}, those of the state {hidden}; they must be [gates × hidden, features] and "
            + "[gates × hidden, hidden].",
            input,
            hidden);

    [DoesNotReturn]
    internal static void RecurrentBias(string name, Shape bias, Shape weights) =>
        throw new ShapeMismatchException($"RecurrentWeights: {name} is {bias}; with weights {weights} it must be [{weights[0]}].", bias, weights);

    [DoesNotReturn]
    internal static void GateCount(string network, int gates, Shape hidden) =>
        throw new ShapeMismatchException(
            $"{network}: the weights of the state are {hidden}; with {gates} {(gates == 1 ? "gate" : "gates")} and a state of length {hidden[1]} they must be "
            + $"[{gates * (long)hidden[1]}, {hidden[1]}].",
            hidden,
            hidden);

    [DoesNotReturn]
    internal static void StepShapes(string cell, Shape input, Shape hidden, int features, int length) =>
        throw new ShapeMismatchException(
            $"{cell}: the input is {input}, the state {hidden}; with these weights they must be [..., {features}] and [..., {length}], equal but for the "
            + "last axis.",
            input,
            hidden);

    [DoesNotReturn]
    internal static void CellShape(string network, Shape hidden, Shape cell) =>
        throw new ShapeMismatchException($"{network}: the state is {hidden}, the cell {cell}; they must be equal.", cell, hidden);

    [DoesNotReturn]
    internal static void LayerCount(string network, int count, bool bidirectional) =>
        throw new ArgumentException(
            $"{network}: {count} weights came; each layer needs {(bidirectional ? "two, one for each direction" : "one")}, and one layer is the least.");

    [DoesNotReturn]
    internal static void SequenceShape(string network, Shape shape) =>
        throw new ArgumentException($"{network}: the input is {shape}; sequences are [batch, time, features], one alone [time, features].");

    [DoesNotReturn]
    internal static void LayerShape(string network, int place, Shape input, Shape expected) =>
        throw new ShapeMismatchException(
            $"{network}: the weights {place} of the input are {input}; with the features that come in and with the states they must be {expected}.",
            input,
            expected);

    [DoesNotReturn]
    internal static void ActivationShape(string network, Shape result, Shape expected) =>
        throw new ShapeMismatchException($"{network}: the activation makes {result} of {expected}; it must keep the shape.", result, expected);

    [DoesNotReturn]
    internal static void InitialState(string network, Shape state, Shape expected) =>
        throw new ShapeMismatchException(
            $"{network}: the first states are {state}, and must be {expected}: layers × directions, batch, hidden.", state, expected);
}
