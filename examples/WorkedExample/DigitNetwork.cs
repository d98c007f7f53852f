using System.Globalization;
using Autodiff;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace WorkedExample;

/// <summary>Two layers that tell all ten digits apart, trained in mini-batches. The same seed gives the same digits of every number.</summary>
/// <remarks>
/// Pixels are shaken while training, so that the network does not rely on single ones (Bishop 1995, "Training with noise is equivalent to
/// Tikhonov regularization").
/// </remarks>
internal static class DigitNetwork
{
    private const int Pixels = 64, Hidden = 256, Classes = 10, BatchSize = 32, Epochs = 40, QuickEpochs = 2;
    private const double Rate = 5e-3, Noise = 0.3;

    internal static void Run(DigitData data, Options options, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"all digits: {data.Training.Length} training rows, {data.Test.Length} test rows");
        Random random = new(options.Seed);
        var model = new Sequential<float>(new Linear<float>(Pixels, Hidden, random), new Relu<float>(), new Linear<float>(Hidden, Classes, random));
        var optimizer = new Adam<float>(model.Parameters, Rate);
        Digit[] order = [.. data.Training];
        int epochs = options.Quick ? QuickEpochs : Epochs;
        Progress progress = new("network", "epoch", epochs, output);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            optimizer.LearningRate = Rate * (epochs - epoch + 1) / epochs;
            progress.Show(epoch, TrainEpoch(model, optimizer, order, random));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy {Accuracy(model, data.Test):F4}"));
    }

    /// <summary>One step for each batch.</summary>
    /// <returns>The mean loss of all rows, each as it was before its step.</returns>
    private static double TrainEpoch(Module<float> model, Optimizer<float> optimizer, Digit[] order, Random random)
    {
        double sum = 0;
        for (int start = 0; start < order.Length; start += BatchSize)
        {
            (Variable<float> images, Indices labels) = Batch(order.AsSpan(start, Math.Min(BatchSize, order.Length - start)));
            Variable<float> loss;
            using (Autograd.Record())
            {
                var shaken = images + Uniform<float>(images.Shape.Lengths, random, -Noise, Noise);
                loss = Losses.CrossEntropy(model.Forward(shaken), labels);
                loss.Backward();
            }
            optimizer.Step();
            sum += labels.Length * loss.Value;
        }
        return sum / order.Length;
    }

    /// <summary>The share of rows whose largest logit is that of their class.</summary>
    private static double Accuracy(Module<float> model, Digit[] digits)
    {
        (Variable<float> images, Indices labels) = Batch(digits);
        return ArgMax(model.Forward(images), axis: 1).Zip(labels).Average(row => row.First == row.Second ? 1.0 : 0);
    }

    // The pixels as the rows of a matrix; the constant input is left out, since the layers have biases.
    private static (Variable<float> Images, Indices Labels) Batch(ReadOnlySpan<Digit> digits)
    {
        float[] pixels = new float[digits.Length * Pixels];
        int[] labels = new int[digits.Length];
        for (int i = 0; i < digits.Length; i++)
        {
            for (int k = 0; k < Pixels; k++) { pixels[(i * Pixels) + k] = (float)digits[i].Inputs[k]; }
            labels[i] = digits[i].Class;
        }
        return (Create<float>(pixels, digits.Length, Pixels), Indices.Of(labels));
    }
}
