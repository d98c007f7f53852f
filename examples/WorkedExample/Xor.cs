using System.Globalization;
using Autodiff;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace WorkedExample;

/// <summary>Exclusive or, which no straight line separates: two inputs, four hidden units, one output.</summary>
internal static class Xor
{
    private const int Hidden = 4, Steps = 500;

    private static readonly Variable<double> Inputs = Create<double>([0, 0, 0, 1, 1, 0, 1, 1], 4, 2);
    private static readonly Variable<double> Labels = Create<double>([0, 1, 1, 0], 4, 1);

    /// <summary>Trains on the four rows of the truth table.</summary>
    internal static Classification Train(Random random, TextWriter output)
    {
        var model = new Sequential<double>(new Linear<double>(2, Hidden, random), new Tanh<double>(), new Linear<double>(Hidden, 1, random));
        var optimizer = new Adam<double>(model.Parameters, learningRate: 0.05);
        Progress progress = new("exclusive or", "step", Steps, output);
        for (int step = 1; step <= Steps; step++)
        {
            Variable<double> loss;
            using (Autograd.Record())
            {
                loss = Losses.BinaryCrossEntropy(model.Forward(Inputs), Labels);
                loss.Backward();
            }
            optimizer.Step();
            progress.Show(step, loss.Value);
        }
        double[] p = Sigmoid(model.Forward(Inputs)).ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"0 xor 0: {p[0]:F3}, 0 xor 1: {p[1]:F3}, 1 xor 0: {p[2]:F3}, 1 xor 1: {p[3]:F3}"));
        return new(model, Inputs.ToArray(), Labels.ToArray());
    }
}
