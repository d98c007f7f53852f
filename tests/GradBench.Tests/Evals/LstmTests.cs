using Xunit;

namespace GradBench.Tests.Evals;

public sealed class LstmTests
{
    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(1, 3, 4)]
    [InlineData(3, 2, 6)]
    public void Objective_and_gradient_are_those_of_the_recurrence(int layers, int bits, int characters)
    {
        Random random = new(layers);
        double[] parameters = Instance.Uniform(random, (8 * layers * bits) + (3 * bits), -1, 1);
        double[][] state = Instance.Uniform(random, 2 * layers, bits, -1, 1);
        double[][] sequence = [.. Enumerable.Range(0, characters).Select(_ => Enumerable.Range(0, bits).Select(_ => (double)random.Next(2)).ToArray())];
        double[][] main = Instance.Rows(parameters.AsSpan(0, 8 * layers * bits), 4 * bits), extra = Instance.Rows(parameters.AsSpan(8 * layers * bits), bits);
        var input = new { main_params = main, extra_params = extra, state, sequence };
        Near.Equal(Objective(parameters, state, sequence), Tool.Number("lstm", "objective", input));
        Near.Equal(Near.Differences(at => Objective(at, state, sequence), parameters), Tool.Numbers("lstm", "jacobian", input), 1e-9);
    }

    private static double Objective(double[] parameters, double[][] state, double[][] sequence)
    {
        int bits = state[0].Length, layers = state.Length / 2;
        double[][] states = [.. state.Select(static row => row.ToArray())], rows = Instance.Rows(parameters, bits);
        double total = 0;
        for (int t = 0; t + 1 < sequence.Length; t++)
        {
            double[] signal = [.. sequence[t].Zip(rows[^3], static (x, weight) => x * weight)];
            for (int layer = 0; layer < layers; layer++)
            {
                double[][] weights = rows[(8 * layer)..((8 * layer) + 4)], biases = rows[((8 * layer) + 4)..((8 * layer) + 8)];
                double[] hidden = states[2 * layer], cells = states[(2 * layer) + 1];
                for (int j = 0; j < bits; j++)
                {
                    double forget = Logistic((signal[j] * weights[0][j]) + biases[0][j]), ingate = Logistic((hidden[j] * weights[1][j]) + biases[1][j]);
                    double outgate = Logistic((signal[j] * weights[2][j]) + biases[2][j]), change = Math.Tanh((hidden[j] * weights[3][j]) + biases[3][j]);
                    cells[j] = (cells[j] * forget) + (ingate * change);
                    hidden[j] = outgate * Math.Tanh(cells[j]);
                }
                signal = hidden;
            }
            double[] y = [.. signal.Select((element, j) => (element * rows[^2][j]) + rows[^1][j])];
            double norm = Math.Log(2 + y.Sum(Math.Exp));
            for (int j = 0; j < bits; j++) { total += sequence[t + 1][j] * (y[j] - norm); }
        }
        return -total / (bits * (sequence.Length - 1));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
