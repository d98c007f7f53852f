using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Losses of predictions that are numbers.
public static partial class Losses
{
    /// <summary>(y - t)², by default summed over all elements. The derivative of the sum by y is 2 (y - t).</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target t, of the same shape.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static Variable<T> SquaredError<T>(Variable<T> y, Variable<T> target, Reduction reduction = Reduction.Sum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(SquaredError), y.Shape, target.Shape, reduction);
        return Reduced(Square(y - target), reduction);
    }

    /// <summary>The mean of (y - t)² over all n elements, NaN of none. Its derivative by y is 2 (y - t)/n.</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target t, of the same shape.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static Variable<T> MeanSquaredError<T>(Variable<T> y, Variable<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(MeanSquaredError), y.Shape, target.Shape, Reduction.Mean);
        return Mean(Square(y - target));
    }

    /// <summary>|y - t|, with derivative 0 where both are equal.</summary>
    /// <inheritdoc cref="SquaredError{T}(Variable{T}, Variable{T}, Reduction)"/>
    public static Variable<T> AbsoluteError<T>(Variable<T> y, Variable<T> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(AbsoluteError), y.Shape, target.Shape, reduction);
        return Reduced(Abs(y - target), reduction);
    }

    /// <summary>Half the squared error e²/2 up to an error of δ, and δ (|e| - δ/2) beyond, where outliers weigh less (Huber 1964).</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target, of the same shape.</param>
    /// <param name="delta">δ, the error beyond which the loss is linear.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">δ is not a positive number, or the reduction is unknown.</exception>
    public static Variable<T> Huber<T>(Variable<T> y, Variable<T> target, double delta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(Huber), y.Shape, target.Shape, reduction);
        Require.Positive(delta, nameof(delta));
        return Reduced(HuberOf(y - target, T.CreateTruncating(delta)), reduction);
    }

    /// <summary>Huber's loss divided by β: e²/(2β) up to an error of β, and |e| - β/2 beyond (Girshick 2015); with a β of 0, |e|.</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target, of the same shape.</param>
    /// <param name="beta">β, the error beyond which the loss has slope 1.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">β is negative or not finite, or the reduction is unknown.</exception>
    public static Variable<T> SmoothAbsoluteError<T>(Variable<T> y, Variable<T> target, double beta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(SmoothAbsoluteError), y.Shape, target.Shape, reduction);
        Require.NotNegative(beta, nameof(beta));
        T scale = T.CreateTruncating(beta);
        return Reduced(beta == 0 ? Abs(y - target) : HuberOf(y - target, scale) / scale, reduction);
    }

    /// <summary>
    /// The negative log likelihood of counts t under a Poisson distribution of the rate r, without the term ln t!, which no prediction changes.
    /// </summary>
    /// <param name="y">ln r, and the loss is r - t ln r; or r itself, and the loss is r - t ln(r + ε).</param>
    /// <param name="target">The counts t, of the same shape.</param>
    /// <param name="isLogarithm">Whether y is the logarithm of the rate.</param>
    /// <param name="full">Whether to add Stirling's approximation of ln t!, t ln t - t + ln(2πt)/2, for t &gt; 1.</param>
    /// <param name="epsilon">ε, which bounds the logarithm of a rate of 0.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or not finite, or the reduction is unknown.</exception>
    public static Variable<T> PoissonNegativeLogLikelihood<T>(
        Variable<T> y, Variable<T> target, bool isLogarithm = true, bool full = false, double epsilon = 1e-8, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(PoissonNegativeLogLikelihood), y.Shape, target.Shape, reduction);
        Require.NotNegative(epsilon, nameof(epsilon));
        Variable<T> losses = isLogarithm ? Exp(y) - (target * y) : y - (target * Log(y + T.CreateTruncating(epsilon)));
        if (full)
        {
            Variable<T> stirling = (target * Log(target)) - target + (Log(target * T.Tau) * Half<T>());
            losses += Where(target > T.One, stirling, T.Zero);
        }
        return Reduced(losses, reduction);
    }

    /// <summary>
    /// The negative log likelihood of t under a normal distribution of the mean y and the variance v: (ln v + (y - t)²/v)/2 (Nix and Weigend 1994).
    /// </summary>
    /// <param name="y">The predicted mean.</param>
    /// <param name="target">The target t, of the same shape.</param>
    /// <param name="variance">
    /// The predicted variance v: of the same shape, or with a last axis of length 1, or without it. A variance below ε counts as ε, and has gradient 0.
    /// </param>
    /// <param name="full">Whether to add ln(2π)/2, which no prediction changes.</param>
    /// <param name="epsilon">ε, the least variance.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A variance is negative, ε is not a positive number, or the reduction is unknown.</exception>
    public static Variable<T> GaussianNegativeLogLikelihood<T>(
        Variable<T> y, Variable<T> target, Variable<T> variance, bool full = false, double epsilon = 1e-6, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = y.Shape;
        RequirePairs(nameof(GaussianNegativeLogLikelihood), shape, target.Shape, reduction);
        Require.Positive(epsilon, nameof(epsilon));
        if (variance.Rank == shape.Rank - 1 && variance.Shape.Lengths.SequenceEqual(shape.Lengths[..^1])) { variance = variance.Unsqueeze(-1); }
        RequireRepeats(nameof(GaussianNegativeLogLikelihood), "the variance", variance.Shape, shape);
        RequireWithin(nameof(GaussianNegativeLogLikelihood), "the variance", variance, 0, double.PositiveInfinity);
        Variable<T> v = AtLeast(variance, T.CreateTruncating(epsilon)), losses = (Log(v) + (Square(y - target) / v)) * Half<T>();
        return Reduced(full ? losses + (T.Log(T.Tau) * Half<T>()) : losses, reduction);
    }

    // With the error cut to n within ±δ, n (e - n/2): e²/2 inside, δ (|e| - δ/2) outside, and no square that overflows.
    private static Variable<T> HuberOf<T>(Variable<T> error, T delta)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> near = Clamp(error, -delta, delta);
        return near * (error - (near * Half<T>()));
    }

    private static T Half<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(0.5);
}
