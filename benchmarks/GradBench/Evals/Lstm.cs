using System.Numerics;
using System.Runtime.InteropServices;
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

    private readonly int layers, bits, characters, groups;

    // Rows of bits, eight bits in lanes: of each layer the weights of its four gates and their biases; then weights of the input and of the output and
    // bias of the output. Of each layer the hidden state and the cells.
    private readonly Lanes[] parameters, gradient, state, sequence;

    // 1 where there is a bit: the last lanes may have none.
    private readonly Lanes[] isBit;

    internal Lstm(Input input)
    {
        Matrix main = input["main_params"].Matrix();
        layers = main.Rows / 2;
        bits = main.Columns / 4;
        bool fits = layers > 0 && bits > 0 && main.Rows == 2 * layers && main.Columns == 4 * bits;
        Require(fits, $"input.main_params is {main.Rows} x {main.Columns}, and not 2 l x 4 b");
        groups = (bits + Lanes.Count - 1) / Lanes.Count;
        parameters = InLanes([.. main.Values, .. input["extra_params"].Matrix(3, bits).Values]);
        gradient = new Lanes[parameters.Length];
        state = InLanes(input["state"].Matrix(2 * layers, bits).Values);
        Matrix text = input["sequence"].Matrix();
        characters = text.Rows;
        Require(characters >= 2 && text.Columns == bits, $"input.sequence is {text.Rows} x {text.Columns}, and has to have at least 2 rows of {bits}");
        sequence = InLanes(text.Values);
        isBit = InLanes([.. Enumerable.Repeat(1.0, bits)]);
    }

    internal double Objective() => Loss<Lanes>(parameters)[0];

    internal double[] Jacobian()
    {
        // The loss is the same in all lanes; it is counted in one.
        Autograd.Gradient<Lanes>(x => Loss(x) * FirstLane, parameters, gradient);
        return Bits(gradient);
    }

    private static Lanes FirstLane => Lanes.Load([1, 0]);

    private T Loss<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> inWeights = x.Slice(8 * layers * groups, groups), outWeights = x[^(2 * groups)..^groups], outBiases = x[^groups..];
        T[] states = Array.ConvertAll(state, T.CreateChecked), bottom = new T[groups], top = new T[groups];
        T total = T.Zero;
        for (int t = 0; t + 1 < characters; t++)
        {
            for (int j = 0; j < groups; j++) { bottom[j] = inWeights[j] * T.CreateChecked(sequence[(t * groups) + j]); }
            Span<T> signal = bottom;
            for (int layer = 0; layer < layers; layer++)
            {
                Span<T> hidden = states.AsSpan(2 * layer * groups, groups), cells = states.AsSpan(((2 * layer) + 1) * groups, groups);
                for (int j = 0; j < groups; j++) { Cell(x.Slice(8 * layer * groups, 8 * groups), j, signal[j], ref hidden[j], ref cells[j]); }
                signal = hidden;
            }
            for (int j = 0; j < groups; j++) { top[j] = MultiplyAdd(signal[j], outWeights[j], outBiases[j]); }
            total += LogLikelihood<T>(top, sequence.AsSpan((t + 1) * groups, groups));
        }
        return -Lanes.Total(total) / T.CreateChecked((double)bits * (characters - 1));
    }

    private void Cell<T>(ReadOnlySpan<T> x, int j, T input, ref T hidden, ref T cell)
        where T : IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> weights = x[..(4 * groups)], biases = x[(4 * groups)..];
        int ingate = j + groups, outgate = ingate + groups, change = outgate + groups;
        T forgotten = Sigmoid(MultiplyAdd(input, weights[j], biases[j]));
        T taken = Sigmoid(MultiplyAdd(hidden, weights[ingate], biases[ingate]));
        T shown = Sigmoid(MultiplyAdd(input, weights[outgate], biases[outgate]));
        T offered = Tanh(MultiplyAdd(hidden, weights[change], biases[change]));
        cell = MultiplyAdd(cell, forgotten, taken * offered);
        hidden = shown * Tanh(cell);
    }

    private T LogLikelihood<T>(ReadOnlySpan<T> y, ReadOnlySpan<Lanes> next)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero, total = T.Zero;
        for (int j = 0; j < groups; j++) { sum += Exp(y[j]) * T.CreateChecked(isBit[j]); }
        T norm = Log(Lanes.Total(sum) + T.CreateChecked(2));
        for (int j = 0; j < groups; j++) { total += (y[j] - norm) * T.CreateChecked(next[j]); }
        return total;
    }

    // Each row begins new lanes; where there is no bit there is 0.
    private Lanes[] InLanes(ReadOnlySpan<double> rows)
    {
        double[] padded = new double[rows.Length / bits * groups * Lanes.Count];
        for (int row = 0; row * bits < rows.Length; row++) { rows.Slice(row * bits, bits).CopyTo(padded.AsSpan(row * groups * Lanes.Count)); }
        return [.. MemoryMarshal.Cast<double, Lanes>(padded)];
    }

    private double[] Bits(ReadOnlySpan<Lanes> lanes)
    {
        ReadOnlySpan<double> padded = MemoryMarshal.Cast<Lanes, double>(lanes);
        double[] rows = new double[lanes.Length / groups * bits];
        for (int row = 0; row * bits < rows.Length; row++) { padded.Slice(row * groups * Lanes.Count, bits).CopyTo(rows.AsSpan(row * bits)); }
        return rows;
    }
}
