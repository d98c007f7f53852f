using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Losses of predictions of one class of several. Classes stand along axis 1, after the examples; for a single example, along its only axis.
public static partial class Losses
{
    /// <summary>
    /// The negative log likelihood of labels, -ln p[label] with p = softmax(z) along the classes, by default the mean over n examples. Its derivative
    /// by z is then (p - y)/n, where y is 1 at the label and else 0.
    /// </summary>
    /// <param name="logits">The logits z, [n, classes], [n, classes, ...] or [classes].</param>
    /// <param name="labels">The classes from 0, in the shape of the logits without that axis: <c>[2, 0, 1]</c>, or indices made once for many steps.</param>
    /// <param name="reduction">How the losses of the labels are combined. The mean is over all labels that count, weighted if classes have weights.</param>
    /// <param name="weights">How much each class counts, [classes].</param>
    /// <param name="labelSmoothing">The share of the likelihood that is spread over all classes evenly (Szegedy and others 2016).</param>
    /// <param name="ignoredLabel">A label that does not count, usually a negative number.</param>
    /// <exception cref="ShapeMismatchException">The shapes of logits, labels or weights do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not one of the classes, the label smoothing is not from 0 to 1, or the reduction is unknown.
    /// </exception>
    public static Variable<T> CrossEntropy<T>(
        Variable<T> logits,
        Indices labels,
        Reduction reduction = Reduction.Mean,
        Variable<T>? weights = null,
        double labelSmoothing = 0,
        int? ignoredLabel = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        RequireLabels(nameof(CrossEntropy), logits.Shape, labels, weights, reduction, ignoredLabel);
        RequireSmoothing(labelSmoothing);
        bool isPlain = weights is null && labelSmoothing == 0 && ignoredLabel is null && reduction == Reduction.Mean;
        if (isPlain && logits.Rank == 2 && labels.Length > 0) { return SoftmaxCrossEntropy(logits, labels); }
        return Labelled(LogSoftmax(logits, ClassAxis(logits.Shape)), labels, reduction, weights, labelSmoothing, ignoredLabel);
    }

    /// <summary>The cross entropy -Σ q ln p of probabilities q of the classes and p = softmax(z), by default the mean over the examples.</summary>
    /// <param name="logits">The logits z, [n, classes], [n, classes, ...] or [classes].</param>
    /// <param name="probabilities">The probabilities q, of the same shape.</param>
    /// <param name="reduction">How the losses of the examples are combined. The mean divides by their number, whatever the weights.</param>
    /// <param name="weights">Factors of the classes, [classes].</param>
    /// <param name="labelSmoothing">The share of the probability that is spread over all classes evenly.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The label smoothing is not from 0 to 1, or the reduction is unknown.</exception>
    public static Variable<T> CrossEntropy<T>(
        Variable<T> logits, Variable<T> probabilities, Reduction reduction = Reduction.Mean, Variable<T>? weights = null, double labelSmoothing = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = logits.Shape;
        RequirePairs(nameof(CrossEntropy), shape, probabilities.Shape, reduction);
        RequireClasses(nameof(CrossEntropy), shape, weights);
        RequireSmoothing(labelSmoothing);
        int axis = ClassAxis(shape);
        Variable<T> q = probabilities;
        if (labelSmoothing > 0) { q = (q * T.CreateTruncating(1 - labelSmoothing)) + T.CreateTruncating(labelSmoothing / shape[axis]); }
        Variable<T> shares = q * LogSoftmax(logits, axis);
        return Reduced(-Sum(weights is { } w ? shares * AlongClasses(w, shape) : shares, axis), reduction);
    }

    /// <summary>
    /// The negative log likelihood of labels, -l[label] of logarithms of probabilities l, by default the mean over the labels. Of logits,
    /// <see cref="CrossEntropy{T}(Variable{T}, Indices, Reduction, Variable{T}?, double, int?)"/> is exact.
    /// </summary>
    /// <param name="logProbabilities">The logarithms l, [n, classes], [n, classes, ...] or [classes].</param>
    /// <param name="labels">The classes from 0, in the shape of the logarithms without that axis.</param>
    /// <param name="reduction">How the losses of the labels are combined. The mean is over all labels that count, weighted if classes have weights.</param>
    /// <param name="weights">How much each class counts, [classes].</param>
    /// <param name="ignoredLabel">A label that does not count, usually a negative number.</param>
    /// <exception cref="ShapeMismatchException">The shapes of logarithms, labels or weights do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes, or the reduction is unknown.</exception>
    public static Variable<T> NegativeLogLikelihood<T>(
        Variable<T> logProbabilities, Indices labels, Reduction reduction = Reduction.Mean, Variable<T>? weights = null, int? ignoredLabel = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        RequireLabels(nameof(NegativeLogLikelihood), logProbabilities.Shape, labels, weights, reduction, ignoredLabel);
        return Labelled(logProbabilities, labels, reduction, weights, 0, ignoredLabel);
    }

    /// <summary>
    /// The divergence of a distribution q from a distribution p, p (ln p - ln q) element by element (Kullback and Leibler 1951), 0 where p is 0. Summed over
    /// a distribution it is the divergence, so <see cref="Reduction.BatchMean"/> is the mean divergence of a batch.
    /// </summary>
    /// <param name="logProbabilities">ln q, the prediction.</param>
    /// <param name="target">p, of the same shape; or ln p.</param>
    /// <param name="isLogarithm">Whether the target is ln p.</param>
    /// <param name="reduction">How the elements are combined. The mean divides by the number of all elements.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static Variable<T> KullbackLeibler<T>(
        Variable<T> logProbabilities, Variable<T> target, bool isLogarithm = false, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(KullbackLeibler), logProbabilities.Shape, target.Shape, reduction);
        Variable<T> p = isLogarithm ? Exp(target) : target, logarithm = isLogarithm ? target : Log(target);
        return Reduced(Where(Equal(p, T.Zero), T.Zero, p * (logarithm - logProbabilities)), reduction);
    }

    private static Variable<T> Labelled<T>(
        Variable<T> logarithms, Indices labels, Reduction reduction, Variable<T>? weights, double smoothing, int? ignored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = logarithms.Shape;
        int axis = ClassAxis(shape);
        (Indices known, Variable<T>? counts) = ignored is { } label ? WithoutIgnored<T>(labels, label) : (labels, null);
        Span<int> picked = stackalloc int[shape.Rank];
        shape.Lengths.CopyTo(picked);
        picked[axis] = 1;
        Variable<T> losses = -Gather(logarithms, axis, known.Reshape(picked)).Reshape(labels.Shape);
        Variable<T>? shares = weights is { } w ? IndexSelect(w, 0, known) : null;
        if (shares is { } ofLabels) { losses *= ofLabels; }
        if (smoothing > 0)
        {
            Variable<T> all = Sum(weights is { } v ? logarithms * AlongClasses(v, shape) : logarithms, axis);
            losses = (losses * T.CreateTruncating(1 - smoothing)) - (all * T.CreateTruncating(smoothing / shape[axis]));
        }
        if (counts is { } kept) { losses = Where(kept, losses, T.Zero); }
        if (reduction != Reduction.Mean || (counts is null && shares is null)) { return Reduced(losses, reduction); }
        Variable<T> total = (counts, shares) switch
        {
            ({ } mask, { } share) => Sum(Where(mask, share, T.Zero)),
            (null, { } share) => Sum(share),
            ({ } mask, null) => Sum(mask),
            _ => T.CreateChecked(labels.Length),
        };
        return Sum(losses) / total;
    }

    // An ignored label is none of the classes: any other stands in its place, and the mask is 0 there.
    private static (Indices Known, Variable<T>? Counts) WithoutIgnored<T>(Indices labels, int ignored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] known = labels.AsReadOnlySpan().ToArray();
        T[] counts = new T[known.Length];
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] == ignored) { known[i] = 0; }
            else { counts[i] = T.One; }
        }
        return (Indices.Create(known, labels.Shape), Wrap(counts, labels.Shape));
    }

    private static int ClassAxis(Shape shape) => shape.Rank == 1 ? 0 : 1;

    // Weights of classes, to be multiplied with something that has the classes along their axis.
    private static Variable<T> AlongClasses<T>(Variable<T> weights, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> lengths = stackalloc int[shape.Rank - ClassAxis(shape)];
        lengths.Fill(1);
        lengths[0] = weights.Length;
        return weights.Reshape(lengths);
    }

    private static void RequireLabels<T>(string loss, Shape shape, Indices labels, Variable<T>? weights, Reduction reduction, int? ignored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require.Known(reduction);
        RequireClasses(loss, shape, weights);
        int axis = ClassAxis(shape), classes = shape[axis];
        ReadOnlySpan<int> lengths = labels.Shape.Lengths;
        bool fits = lengths.Length == shape.Rank - 1
            && lengths[..axis].SequenceEqual(shape.Lengths[..axis]) && lengths[axis..].SequenceEqual(shape.Lengths[(axis + 1)..]);
        if (!fits) { Throw.LabelShape(loss, shape, labels.Shape); }
        foreach (int label in labels.AsReadOnlySpan())
        {
            if ((uint)label >= (uint)classes && label != ignored) { Throw.UnknownLabel(loss, label, axis, shape, ignored); }
        }
    }

    private static void RequireClasses<T>(string loss, Shape shape, Variable<T>? weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (shape.Rank == 0) { Throw.NoClasses(loss); }
        int classes = shape[ClassAxis(shape)];
        if (weights is { } w && (w.Rank != 1 || w.Length != classes)) { Throw.ClassWeights(loss, w.Shape, shape, classes); }
    }

    private static void RequireSmoothing(double labelSmoothing)
    {
        if (!(labelSmoothing is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "CrossEntropy: the label smoothing must be from 0 to 1.");
        }
    }
}
