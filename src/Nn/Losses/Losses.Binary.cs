using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Losses of binary predictions.
public static partial class Losses
{
    /// <summary>
    /// The negative log likelihood of a label t under the probability p = 1/(1 + e⁻ᶻ):
    /// softplus(z) - t z = max(z, 0) - t z + ln(1 + e^-|z|), by default the mean over all n elements. Its derivative by z is then (p - t)/n.
    /// </summary>
    /// <param name="logits">The logits z, any real numbers.</param>
    /// <param name="labels">The labels t, of the same shape: 0, 1, or probabilities between.</param>
    /// <param name="reduction">How the losses of the elements are combined. The mean divides by the number of elements, whatever their weights.</param>
    /// <param name="weights">Factors of the losses, broadcast to the shape of the logits.</param>
    /// <param name="positiveWeights">Factors q of the term of label 1, broadcast to the shape of the logits: q t softplus(-z) + (1 - t) softplus(z).</param>
    /// <exception cref="ShapeMismatchException">The shapes differ, or weights do not broadcast to them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static Variable<T> BinaryCrossEntropy<T>(
        Variable<T> logits,
        Variable<T> labels,
        Reduction reduction = Reduction.Mean,
        Variable<T>? weights = null,
        Variable<T>? positiveWeights = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(BinaryCrossEntropy), logits.Shape, labels.Shape, reduction);
        if (weights is { } given) { RequireRepeats(nameof(BinaryCrossEntropy), "the weights", given.Shape, logits.Shape); }
        if (positiveWeights is { } ofOnes) { RequireRepeats(nameof(BinaryCrossEntropy), "the weights of positives", ofOnes.Shape, logits.Shape); }
        Variable<T> losses = positiveWeights is { } q
            ? (q * labels * Softplus(-logits)) + ((T.One - labels) * Softplus(logits))
            : Softplus(logits) - (labels * logits);
        return Reduced(weights is { } w ? w * losses : losses, reduction);
    }

    /// <summary>
    /// The negative log likelihood of a label t under the probability p, -t ln p - (1 - t) ln(1 - p), by default the mean over all elements. Logarithms
    /// below -100 count as -100, and have derivative 0, so that a confident but wrong prediction costs 100 and not infinitely much.
    /// </summary>
    /// <remarks>
    /// <see cref="BinaryCrossEntropy{T}(Variable{T}, Variable{T}, Reduction, Variable{T}?, Variable{T}?)"/> of the logits of p is exact there.
    /// </remarks>
    /// <param name="probabilities">The probabilities p, from 0 to 1.</param>
    /// <param name="labels">The labels t, of the same shape: 0, 1, or probabilities between.</param>
    /// <param name="reduction">How the losses of the elements are combined. The mean divides by the number of elements, whatever their weights.</param>
    /// <param name="weights">Factors of the losses, broadcast to the shape of the probabilities.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ, or the weights do not broadcast to them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not from 0 to 1, or the reduction is unknown.</exception>
    public static Variable<T> BinaryCrossEntropyOfProbabilities<T>(
        Variable<T> probabilities, Variable<T> labels, Reduction reduction = Reduction.Mean, Variable<T>? weights = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Loss = nameof(BinaryCrossEntropyOfProbabilities);
        RequirePairs(Loss, probabilities.Shape, labels.Shape, reduction);
        if (weights is { } given) { RequireRepeats(Loss, "the weights", given.Shape, probabilities.Shape); }
        RequireWithin(Loss, "a probability", probabilities, 0, 1);
        Variable<T> least = T.CreateTruncating(-100), p = probabilities;
        Variable<T> losses = ((labels - T.One) * AtLeast(LogP1(-p), least)) - (labels * AtLeast(Log(p), least));
        return Reduced(weights is { } w ? w * losses : losses, reduction);
    }

    /// <summary>max(0, margin - t y): nothing where the prediction is on the right side by the margin (Rosasco and others 2004).</summary>
    /// <param name="y">The prediction, any real numbers.</param>
    /// <param name="labels">The labels t, 1 or -1, of the same shape.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not a finite number, or the reduction is unknown.</exception>
    public static Variable<T> Hinge<T>(Variable<T> y, Variable<T> labels, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(Hinge), y.Shape, labels.Shape, reduction);
        Require.Finite(margin, nameof(margin));
        return Reduced(Relu(T.CreateTruncating(margin) - (labels * y)), reduction);
    }

    /// <summary>ln(1 + e^(-t y)), the smooth form of the hinge.</summary>
    /// <param name="y">The prediction, any real numbers.</param>
    /// <param name="labels">The labels t, 1 or -1, of the same shape.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static Variable<T> SoftMargin<T>(Variable<T> y, Variable<T> labels, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(SoftMargin), y.Shape, labels.Shape, reduction);
        return Reduced(Softplus(-(labels * y)), reduction);
    }
}
