namespace Autodiff.Nn.Tests;

/// <summary>Recurrent networks by plain loops, one number at a time.</summary>
internal sealed class PlainNetworks(double[] input, double[] hidden, double[]? inputBias, double[]? hiddenBias, int length)
{
    private readonly int features = input.Length / (hidden.Length / length);

    /// <summary>One step of a kind of network for one example: the state after it, and the cell.</summary>
    public (double[] Hidden, double[] Cell) Step(string kind, double[] x, double[] h, double[] c)
    {
        double[] next = new double[length], cell = new double[length];
        for (int i = 0; i < length; i++)
        {
            double Input(int gate) => Product(input, inputBias, x, features, (gate * length) + i);
            double Hidden(int gate) => Product(hidden, hiddenBias, h, length, (gate * length) + i);
            switch (kind)
            {
                case "Rnn": next[i] = Math.Tanh(Input(0) + Hidden(0)); break;
                case "Relu": next[i] = Math.Max(0, Input(0) + Hidden(0)); break;
                case "Gru":
                    double reset = Sigmoid(Input(0) + Hidden(0)), keep = Sigmoid(Input(1) + Hidden(1));
                    double candidate = Math.Tanh(Input(2) + (reset * Hidden(2)));
                    next[i] = ((1 - keep) * candidate) + (keep * h[i]);
                    break;
                default:
                    cell[i] = (Sigmoid(Input(1) + Hidden(1)) * c[i]) + (Sigmoid(Input(0) + Hidden(0)) * Math.Tanh(Input(2) + Hidden(2)));
                    next[i] = Sigmoid(Input(3) + Hidden(3)) * Math.Tanh(cell[i]);
                    break;
            }
        }
        return (next, cell);
    }

    /// <summary>The states of one example at all steps, in the order of time, and the last ones.</summary>
    public (double[][] Outputs, double[] Hidden, double[] Cell) Run(string kind, double[][] x, double[] h, double[] c, bool backward)
    {
        double[][] outputs = new double[x.Length][];
        foreach (int time in backward ? Enumerable.Range(0, x.Length).Reverse() : Enumerable.Range(0, x.Length))
        {
            (h, c) = Step(kind, x[time], h, c);
            outputs[time] = h;
        }
        return (outputs, h, c);
    }

    private static double Product(double[] weights, double[]? bias, double[] x, int count, int row) =>
        (bias?[row] ?? 0) + Enumerable.Range(0, count).Sum(k => weights[(row * count) + k] * x[k]);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
