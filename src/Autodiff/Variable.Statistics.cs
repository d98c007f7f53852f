using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Norms, and how far elements spread.
public static partial class Variable
{
    /// <summary>(Σ |x|ᵖ)^(1/p) over some axes, which are gone from the result; over all if none is named.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="p">The order: 2 is the Euclidean norm, 1 the sum of sizes, ±∞ the greatest and the least size, 0 how many are not 0.</param>
    /// <param name="axes">The axes to reduce.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or the order is NaN.</exception>
    /// <exception cref="ArgumentException">An axis is named twice, or the order is infinite and there are no elements along the axes.</exception>
    public static Variable<T> Norm<T>(Variable<T> x, double p = 2, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Norm(x, p, axes, keepAxes: false);

    /// <summary>The same; the axes are left with length 1 if they are to be kept.</summary>
    /// <inheritdoc cref="Norm{T}(Variable{T}, double, ReadOnlySpan{int})"/>
    public static Variable<T> Norm<T>(Variable<T> x, double p, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint reduced = x.Shape.Axes(axes, nameof(Norm));
        if (double.IsNaN(p)) { Throw.NormOrder(p); }
        if (double.IsInfinity(p))
        {
            RequireSomething(nameof(Norm), x.Shape, reduced);
            return p > 0 ? Max(Abs(x), axes, keepAxes) : Min(Abs(x), axes, keepAxes);
        }
        return p switch
        {
            0 => Sum(Where<T>(Equal<T>(x, T.Zero), T.Zero, T.One), axes, keepAxes),
            1 => ArrayOperation<AbsoluteSum, T>.Apply(new(reduced, keepAxes), x),
            2 => ArrayOperation<EuclideanNorm, T>.Apply(new(reduced, keepAxes), x),
            _ => ArrayOperation<PNorm, T>.Apply(new(p, reduced, keepAxes), x),
        };
    }

    /// <summary>
    /// The sum of the squares of the distances from the mean, divided by n - 1, over some axes, which are gone from the result; over all if none is
    /// named. NaN of fewer than two elements.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Variable<T> Variance<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variance(nameof(Variance), x, axes, keepAxes: false, correction: 1);

    /// <summary>The mean of the squares of the distances from the mean, over some axes.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes to reduce; all if none is named.</param>
    /// <param name="keepAxes">Whether they are left with length 1; otherwise they are gone from the result.</param>
    /// <param name="correction">Of n elements the squares are divided by n - correction: 1 for a sample whose mean was estimated, 0 for all there are.</param>
    /// <returns>The variance; NaN where n - correction is 0 or less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Variable<T> Variance<T>(Variable<T> x, ReadOnlySpan<int> axes = default, bool keepAxes = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variance(nameof(Variance), x, axes, keepAxes, correction);

    /// <summary>
    /// The square root of the variance over some axes, which are gone from the result; over all if none is named. Where the variance is 0 so is
    /// the gradient. NaN of fewer than two elements.
    /// </summary>
    /// <inheritdoc cref="Variance{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> StandardDeviation<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        StandardDeviation(x, axes, keepAxes: false);

    /// <summary>The square root of the variance, over some axes. Where the variance is 0 so is the gradient.</summary>
    /// <returns>The standard deviation; NaN where n - correction is 0 or less.</returns>
    /// <inheritdoc cref="Variance{T}(Variable{T}, ReadOnlySpan{int}, bool, int)"/>
    public static Variable<T> StandardDeviation<T>(Variable<T> x, ReadOnlySpan<int> axes = default, bool keepAxes = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> variance = Variance(nameof(StandardDeviation), x, axes, keepAxes, correction), isZero = Equal<T>(variance, T.Zero);
        return Where(isZero, T.Zero, Sqrt(Where(isZero, T.One, variance)));
    }

    private static Variable<T> Variance<T>(string name, Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes, int correction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint reduced = x.Shape.Axes(axes, name);
        Variable<T> deviation = ArrayOperation<Deviation, T>.Apply(new(reduced), x);
        long freedom = Math.Max(CountAlong(x.Shape, reduced) - correction, 0);
        return ArrayOperation<SquareSum, T>.Apply(new(reduced, keepAxes), deviation) / T.CreateTruncating(freedom);
    }
}
