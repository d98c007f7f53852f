using System.Numerics;
using Autodiff;
using GradBench.Protocol;
using static Autodiff.Scalar;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>The mean negative log-likelihood of a sequence of bits under layers of recurrent cells whose gates are elementwise.</summary>
internal sealed class Lstm
{
    internal static readonly Module Module = Module.Of(
        "lstm", input => new Lstm(input), ("objective", eval => eval.Objective()), ("jacobian", eval => eval.Jacobian()));

    private readonly int layers, bits, characters;

    // Of each layer the weights of its four gates and their biases; then weights of the input and of the output and bias of the output.
    private readonly double[] parameters, gradient;

    // Of each layer the hidden state and the cells.
    private readonly double[] state, sequence;

    internal Lstm(Input input)
    {
        Matrix main = input["main_params"].Matrix();
        layers = main.Rows / 2;
        bits = main.Columns / 4;
        bool fits = layers > 0 && bits > 0 && main.Rows == 2 * layers && main.Columns == 4 * bits;
        Require(fits, $"input.main_params is {main.Rows} x {main.Columns}, and not 2 l x 4 b");
        parameters = [.. main.Values, .. input["extra_params"].Matrix(3, bits).Values];
        gradient = new double[parameters.Length];
        state = input["state"].Matrix(2 * layers, bits).Values;
        Matrix text = input["sequence"].Matrix();
        characters = text.Rows;
        Require(characters >= 2 && text.Columns == bits, $"input.sequence is {text.Rows} x {text.Columns}, and has to have at least 2 rows of {bits}");
        sequence = text.Values;
    }

    internal double Objective() => Loss<double>(parameters);

    internal double[] Jacobian()
    {
        Autograd.Gradient(Loss, parameters, gradient);
        return gradient;
    }

    private T Loss<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> inWeights = x.Slice(8 * layers * bits, bits), outWeights = x[^(2 * bits)..^bits], outBiases = x[^bits..];
        T[] states = new T[state.Length], bottom = new T[bits], top = new T[bits];
        for (int i = 0; i < states.Length; i++) { states[i] = T.CreateChecked(state[i]); }
        T total = T.Zero;
        for (int t = 0; t + 1 < characters; t++)
        {
            ReadOnlySpan<double> character = sequence.AsSpan(t * bits, bits), next = sequence.AsSpan((t + 1) * bits, bits);
            for (int j = 0; j < bits; j++) { bottom[j] = inWeights[j] * T.CreateChecked(character[j]); }
            Span<T> signal = bottom;
            for (int layer = 0; layer < layers; layer++)
            {
                Span<T> hidden = states.AsSpan(2 * layer * bits, bits), cells = states.AsSpan(((2 * layer) + 1) * bits, bits);
                for (int j = 0; j < bits; j++) { Cell(x.Slice(8 * layer * bits, 8 * bits), j, signal[j], ref hidden[j], ref cells[j]); }
                signal = hidden;
            }
            for (int j = 0; j < bits; j++) { top[j] = MultiplyAdd(signal[j], outWeights[j], outBiases[j]); }
            total += LogLikelihood<T>(top, next);
        }
        return -total / T.CreateChecked((double)bits * (characters - 1));
    }

    private void Cell<T>(ReadOnlySpan<T> x, int j, T input, ref T hidden, ref T cell)
        where T : IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> weights = x[..(4 * bits)], biases = x[(4 * bits)..];
        int ingate = j + bits, outgate = ingate + bits, change = outgate + bits;
        T forgotten = Sigmoid(MultiplyAdd(input, weights[j], biases[j]));
        T taken = Sigmoid(MultiplyAdd(hidden, weights[ingate], biases[ingate]));
        T shown = Sigmoid(MultiplyAdd(input, weights[outgate], biases[outgate]));
        T offered = Tanh(MultiplyAdd(hidden, weights[change], biases[change]));
        cell = MultiplyAdd(cell, forgotten, taken * offered);
        hidden = shown * Tanh(cell);
    }

    private static T LogLikelihood<T>(ReadOnlySpan<T> y, ReadOnlySpan<double> bits)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.CreateChecked(2), total = T.Zero;
        foreach (T element in y) { sum += Exp(element); }
        T norm = Log(sum);
        for (int j = 0; j < y.Length; j++) { total += (y[j] - norm) * T.CreateChecked(bits[j]); }
        return total;
    }
}
