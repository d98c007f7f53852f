using Autodiff;
using Autodiff.Nn;
using static Autodiff.Scalar;

namespace WorkedExample;

/// <summary>p = 1/(1 + e⁻ᶻ) with z = w·x: the probability that x is of the second class.</summary>
internal sealed class LogisticRegression(int inputs, Random random)
{
    private const double Spread = 0.01;

    private readonly double[] weights = [.. Enumerable.Range(0, inputs).Select(_ => Spread * ((2 * random.NextDouble()) - 1))];

    /// <summary>One step down the gradient of the mean loss of a batch.</summary>
    /// <returns>The mean loss before the step.</returns>
    internal double Step(ReadOnlySpan<Digit> batch, DigitPair pair, double rate)
    {
        using (Autograd.Record())
        {
            Scalar<double>[] w = [.. weights.Select(Independent)];
            Scalar<double>[] losses = new Scalar<double>[batch.Length];
            for (int i = 0; i < losses.Length; i++)
            {
                var z = LinearCombination(batch[i].Inputs, w);
                losses[i] = Losses.BinaryCrossEntropy(z, pair.LabelOf(batch[i]));
            }
            var loss = Sum(losses) / losses.Length;
            loss.Backward();
            for (int k = 0; k < w.Length; k++) { weights[k] -= rate * w[k].Gradient; }
            return loss.Value;
        }
    }

    /// <summary>The share of rows on the right side of p = 1/2, that is of z = 0.</summary>
    internal double Accuracy(Digit[] digits, DigitPair pair) => digits.Average(digit => Logit(digit) > 0 == pair.LabelOf(digit) > 0 ? 1.0 : 0);

    private double Logit(Digit digit) => weights.Zip(digit.Inputs, (w, x) => w * x).Sum();
}
