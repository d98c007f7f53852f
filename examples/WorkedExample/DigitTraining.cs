using System.Globalization;

namespace WorkedExample;

/// <summary>Trains on two digits in mini-batches, and counts on the test rows. The same seed gives the same digits of every number.</summary>
internal static class DigitTraining
{
    private const int BatchSize = 32, Epochs = 20, QuickEpochs = 3;
    private const double Rate = 0.5;

    internal static void Run(DigitPair pair, Options options, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(pair);
        Random random = new(options.Seed);
        LogisticRegression model = new(pair.Training[0].Inputs.Length, random);
        Digit[] order = [.. pair.Training];
        int epochs = options.Quick ? QuickEpochs : Epochs;
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}, loss {TrainEpoch(model, order, pair):F6}"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair accuracy {model.Accuracy(pair.Test, pair):F4}"));
    }

    /// <summary>One step for each batch.</summary>
    /// <returns>The mean loss of all rows, each as it was before its step.</returns>
    private static double TrainEpoch(LogisticRegression model, Digit[] order, DigitPair pair)
    {
        double sum = 0;
        for (int start = 0; start < order.Length; start += BatchSize)
        {
            ReadOnlySpan<Digit> batch = order.AsSpan(start, Math.Min(BatchSize, order.Length - start));
            sum += batch.Length * model.Step(batch, pair, Rate);
        }
        return sum / order.Length;
    }
}
