using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Normalisation: the elements of each group are shifted and scaled to mean 0 and variance 1. Variances are biased: Σ (x - mean)²/n.
public static partial class Variable
{
    /// <summary>(x - mean)/√(variance + ε) weights + bias, mean and variance over the last axes (Ba, Kiros and Hinton 2016).</summary>
    /// <param name="x">The elements, [..., shape].</param>
    /// <param name="shape">The lengths of the last axes, over which the elements are normalised.</param>
    /// <param name="weights">Of that shape; 1 if not given.</param>
    /// <param name="bias">Of that shape; 0 if not given.</param>
    /// <param name="epsilon">ε, which prevents a division by 0 where elements are equal.</param>
    /// <exception cref="ShapeMismatchException">The last lengths of x, or the shapes of weights or bias, differ from it.</exception>
    /// <exception cref="ArgumentException">No lengths were given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or NaN.</exception>
    public static Variable<T> LayerNorm<T>(
        Variable<T> x, ReadOnlySpan<int> shape, Variable<T>? weights = null, Variable<T>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedRows(nameof(LayerNorm), x, shape, weights, bias, epsilon, centered: true);

    /// <summary>x/√(mean(x²) + ε) weights, the mean over the last axes (Zhang and Sennrich 2019).</summary>
    /// <inheritdoc cref="LayerNorm{T}"/>
    public static Variable<T> RmsNorm<T>(Variable<T> x, ReadOnlySpan<int> shape, Variable<T>? weights = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedRows(nameof(RmsNorm), x, shape, weights, bias: null, epsilon, centered: false);

    /// <summary>
    /// (x - mean)/√(variance + ε) weights + bias, mean and variance over groups of neighbouring channels of each example (Wu and He 2018).
    /// </summary>
    /// <param name="x">The elements, [n, channels, ...].</param>
    /// <param name="groups">The number of groups that the channels are divided into.</param>
    /// <param name="weights">[channels]; 1 if not given.</param>
    /// <param name="bias">[channels]; 0 if not given.</param>
    /// <param name="epsilon">ε, which prevents a division by 0 where elements are equal.</param>
    /// <exception cref="ShapeMismatchException">The weights or the bias have another shape.</exception>
    /// <exception cref="ArgumentException">There are no channels, or they cannot be divided into so many groups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or NaN.</exception>
    public static Variable<T> GroupNorm<T>(Variable<T> x, int groups, Variable<T>? weights = null, Variable<T>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        int extent = RequireChannels(nameof(GroupNorm), shape, weights, bias, epsilon);
        int channels = shape.Lengths[1];
        if (groups < 1 || channels % groups != 0) { Throw.GroupsOfChannels(groups, shape); }
        return Normalized(x, Shape.Of(shape.Lengths[0], groups, channels / groups, extent), weights, bias, acrossBatch: false, centered: true, epsilon, out _);
    }

    /// <summary>
    /// (x - mean)/√(variance + ε) weights + bias, mean and variance over each channel of each example (Ulyanov, Vedaldi and Lempitsky 2016).
    /// </summary>
    /// <param name="x">The elements, [n, channels, ...], at least two for each channel of an example.</param>
    /// <param name="weights">[channels]; 1 if not given.</param>
    /// <param name="bias">[channels]; 0 if not given.</param>
    /// <param name="epsilon">ε, which prevents a division by 0 where elements are equal.</param>
    /// <exception cref="ShapeMismatchException">The weights or the bias have another shape.</exception>
    /// <exception cref="ArgumentException">There are no channels, or only one element for each, which would become 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or NaN.</exception>
    public static Variable<T> InstanceNorm<T>(Variable<T> x, Variable<T>? weights = null, Variable<T>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        int extent = RequireChannels(nameof(InstanceNorm), shape, weights, bias, epsilon);
        if (extent == 1) { Throw.OneValueToNormalize(nameof(InstanceNorm), shape, "each channel of an example"); }
        return Normalized(x, Shape.Of(shape.Lengths[0], shape.Lengths[1], 1, extent), weights, bias, acrossBatch: false, centered: true, epsilon, out _);
    }

    /// <summary>(x - mean)/√(variance + ε) weights + bias, mean and variance over each channel of the whole batch (Ioffe and Szegedy 2015).</summary>
    /// <remarks>
    /// In train mode (<see cref="Autograd.IsTraining"/>) mean and variance are those of the batch, and the running statistics, if given, move towards them:
    /// running ← (1 - momentum) running + momentum batch, with the unbiased variance. In predict mode the running statistics are used, if given.
    /// </remarks>
    /// <param name="x">The elements, [n, channels, ...].</param>
    /// <param name="weights">[channels]; 1 if not given.</param>
    /// <param name="bias">[channels]; 0 if not given.</param>
    /// <param name="runningMean">[channels], without a gradient; updated in train mode.</param>
    /// <param name="runningVariance">[channels], given if and only if the running mean is.</param>
    /// <param name="momentum">The share of the running statistics that a batch replaces.</param>
    /// <param name="epsilon">ε, which prevents a division by 0 where elements are equal.</param>
    /// <exception cref="ShapeMismatchException">The weights, the bias or a running statistic has another shape.</exception>
    /// <exception cref="ArgumentException">There are no channels, one statistic comes alone, or in train mode a channel has only one element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or NaN, or the momentum not within 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">The running statistics are to be updated, but are tracked or results of a recording.</exception>
    public static Variable<T> BatchNorm<T>(
        Variable<T> x,
        Variable<T>? weights = null,
        Variable<T>? bias = null,
        Variable<T>? runningMean = null,
        Variable<T>? runningVariance = null,
        double momentum = 0.1,
        double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        int extent = RequireChannels(nameof(BatchNorm), shape, weights, bias, epsilon);
        RequireRunning(shape, runningMean, runningVariance, momentum);
        if (runningMean is { } mean && runningVariance is { } variance)
        {
            if (!Autograd.IsTraining) { return Standardized(x, mean, variance, weights, bias, epsilon); }
            mean.RequireUpdatable();
            variance.RequireUpdatable();
        }
        int batch = shape.Lengths[0], channels = shape.Lengths[1];
        if ((long)batch * extent == 1) { Throw.OneValueToNormalize(nameof(BatchNorm), shape, "each channel of the batch"); }
        Shape seen = Shape.Of(batch, channels, 1, extent);
        Variable<T> normalized = Normalized(x, seen, weights, bias, acrossBatch: true, centered: true, epsilon, out Node<T>? centers);
        if (centers is not null && runningMean is { } movedMean && runningVariance is { } movedVariance)
        {
            double count = (double)batch * extent;
            movedMean.Update(new BatchStatistic<T>(centers.Span, momentum, momentum), static (running, batch) => batch.MoveMean(running));
            movedVariance.Update(
                new BatchStatistic<T>(centers.Span, momentum, momentum * count / (count - 1)), static (running, batch) => batch.MoveVariance(running));
        }
        return normalized;
    }

    private static Variable<T> NormalizedRows<T>(
        string operation, Variable<T> x, ReadOnlySpan<int> shape, Variable<T>? weights, Variable<T>? bias, double epsilon, bool centered)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape own = x.Shape, row = Shape.Of(shape);
        if (row.Rank == 0) { Throw.NothingToNormalize(operation, own); }
        if (row.Rank > own.Rank || !own.Lengths[^row.Rank..].SequenceEqual(shape)) { Throw.NormalizedShape(operation, own, row); }
        RequireShape(operation, weights, row, "the weights");
        RequireShape(operation, bias, row, "the bias");
        RequireEpsilon(operation, epsilon);
        Shape seen = Shape.Of(Shape.Of(own.Lengths[..^row.Rank]).ElementCount, 1, row.ElementCount, 1);
        return Normalized(x, seen, weights, bias, acrossBatch: false, centered, epsilon, out _);
    }

    // Seen as [batch, groups, members, extent]. The centers are a value that no gradient depends on; null where there are no elements.
    private static Variable<T> Normalized<T>(
        Variable<T> x, Shape seen, Variable<T>? weights, Variable<T>? bias, bool acrossBatch, bool centered, double epsilon, out Node<T>? centers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Recording<T> recording = Recording<T>.Current;
        Variable<T> elements = Reshape(x, seen);
        Grouping grouping = Grouping.Of(seen, acrossBatch, centered, epsilon);
        Node<T> found = recording.Result(Normalizing.ShapeOfCenters(grouping));
        Normalizing.FindCenters(elements.NodeIn(recording).Elements, grouping, found.Span);
        centers = grouping.IsEmpty ? null : found;
        Normalization rule = new(acrossBatch, centered, epsilon);
        Variable<T> known = recording.Handle(found);
        Shape ofWeights = Shape.Of(seen.Lengths[1..3]);
        Variable<T> normalized = (weights, bias) switch
        {
            ({ } w, { } b) => ArrayOperation<Normalization, T>.Apply(rule, elements, known, Reshape(w, ofWeights), Reshape(b, ofWeights)),
            ({ } w, null) => ArrayOperation<Normalization, T>.Apply(rule, elements, known, Reshape(w, ofWeights)),
            (null, { } b) => ArrayOperation<Normalization, T>.Apply(rule, elements, known) + Reshape(b, ofWeights.With(2, 1)),
            _ => ArrayOperation<Normalization, T>.Apply(rule, elements, known),
        };
        return Reshape(normalized, x.Shape);
    }

    private static Variable<T> Standardized<T>(
        Variable<T> x, Variable<T> mean, Variable<T> variance, Variable<T>? weights, Variable<T>? bias, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> lengths = stackalloc int[x.Rank - 1];
        lengths.Fill(1);
        lengths[0] = mean.Length;
        Shape channels = Shape.Of(lengths);
        Variable<T> scale = ReciprocalSqrt(variance + T.CreateTruncating(epsilon));
        if (weights is { } w) { scale *= w; }
        Variable<T> scaled = (x - Reshape(mean, channels)) * Reshape(scale, channels);
        return bias is { } b ? scaled + Reshape(b, channels) : scaled;
    }

    // The number of elements of a channel in one example.
    private static int RequireChannels<T>(string operation, Shape shape, Variable<T>? weights, Variable<T>? bias, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (shape.Rank < 2) { Throw.NoChannels(operation, shape); }
        Shape channels = Shape.Of(shape.Lengths[1]);
        RequireShape(operation, weights, channels, "the weights");
        RequireShape(operation, bias, channels, "the bias");
        RequireEpsilon(operation, epsilon);
        return Shape.Of(shape.Lengths[2..]).ElementCount;
    }

    private static void RequireRunning<T>(Shape shape, Variable<T>? mean, Variable<T>? variance, double momentum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (mean.HasValue != variance.HasValue) { Throw.OneRunningStatistic(mean.HasValue); }
        Shape channels = Shape.Of(shape.Lengths[1]);
        RequireShape(nameof(BatchNorm), mean, channels, "the running mean");
        RequireShape(nameof(BatchNorm), variance, channels, "the running variance");
        if (!(momentum is >= 0 and <= 1)) { Throw.Momentum(momentum); }
    }

    private static void RequireShape<T>(string operation, Variable<T>? value, Shape shape, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (value is { } given && !given.Shape.Equals(shape)) { Throw.ShapesDiffer(operation, given.Shape, shape, what); }
    }

    private static void RequireEpsilon(string operation, double epsilon)
    {
        if (!(epsilon >= 0)) { Throw.NormalizationEpsilon(operation, epsilon); }
    }
}
