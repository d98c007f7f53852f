using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Over arrays: one number for a whole batch. Shapes of prediction and target must be equal: [n, 1] against [n] would broadcast to n² pairs.
public static partial class Losses
{
    /// <summary>Σ (y - t)² over all elements. Its derivative by y is 2 (y - t).</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target t, of the same shape.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static Variable<T> SquaredError<T>(Variable<T> y, Variable<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!y.Shape.Equals(target.Shape)) { Throw.TargetShape(nameof(SquaredError), y.Shape, target.Shape); }
        return Sum(Square(y - target));
    }

    /// <summary>The mean of (y - t)² over all n elements. Its derivative by y is 2 (y - t)/n.</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target t, of the same shape.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public static Variable<T> MeanSquaredError<T>(Variable<T> y, Variable<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!y.Shape.Equals(target.Shape)) { Throw.TargetShape(nameof(MeanSquaredError), y.Shape, target.Shape); }
        return MeanOf(Square(y - target), nameof(MeanSquaredError));
    }

    /// <summary>
    /// The mean over all n elements of the negative log likelihood of a label t under the probability p = 1/(1 + e⁻ᶻ):
    /// softplus(z) - t z = max(z, 0) - t z + ln(1 + e^-|z|). Its derivative by z is (p - t)/n.
    /// </summary>
    /// <param name="logits">The logits z, any real numbers.</param>
    /// <param name="labels">The labels t, of the same shape: 0, 1, or probabilities between.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public static Variable<T> BinaryCrossEntropy<T>(Variable<T> logits, Variable<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!logits.Shape.Equals(labels.Shape)) { Throw.TargetShape(nameof(BinaryCrossEntropy), logits.Shape, labels.Shape); }
        return MeanOf(Softplus(logits) - (labels * logits), nameof(BinaryCrossEntropy));
    }

    /// <summary>
    /// The mean over n examples of the negative log likelihood of their labels, -ln p[label] with p = softmax(z) along the classes. Its derivative
    /// by z is (p - y)/n, where y is 1 at the label and else 0.
    /// </summary>
    /// <param name="logits">The logits z, [n, classes].</param>
    /// <param name="labels">The classes, n of them, from 0: <c>[2, 0, 1]</c>, or indices made once for many steps.</param>
    /// <exception cref="ShapeMismatchException">The logits are not [n, classes] for n labels.</exception>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes.</exception>
    public static Variable<T> CrossEntropy<T>(Variable<T> logits, Indices labels)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SoftmaxCrossEntropy(logits, labels);

    private static Variable<T> MeanOf<T>(Variable<T> x, string loss)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Length == 0) { Throw.EmptyBatch(loss, x.Shape); }
        return Mean(x);
    }
}
