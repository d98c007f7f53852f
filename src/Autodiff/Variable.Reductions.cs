using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;

namespace Autodiff;

// What makes fewer elements of many: sums, products and extrema over axes.
public static partial class Variable
{
    /// <summary>The sum over some axes, which are gone from the result; over all if none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Variable<T> Sum<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Sum(x, axes, keepAxes: false);

    /// <summary>The sum over some axes, which are left with length 1 if they are to be kept; over all if none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Variable<T> Sum<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Sum, T>.Apply(new(x.Shape.Axes(axes, nameof(Sum)), keepAxes), x);

    /// <summary>The mean over some axes, which are gone from the result; over all if none is named. Of nothing, NaN.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> Mean<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Mean(x, axes, keepAxes: false);

    /// <summary>The mean over some axes, which are left with length 1 if they are to be kept; over all if none is named. Of nothing, NaN.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int}, bool)"/>
    public static Variable<T> Mean<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint reduced = x.Shape.Axes(axes, nameof(Mean));
        return ArrayOperation<Sum, T>.Apply(new(reduced, keepAxes), x) / T.CreateTruncating(CountAlong(x.Shape, reduced));
    }

    /// <summary>The product over some axes, which are gone from the result; over all if none is named. Of nothing, 1.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> Product<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Product(x, axes, keepAxes: false);

    /// <summary>The product over some axes, which are left with length 1 if they are to be kept; over all if none is named. Of nothing, 1.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int}, bool)"/>
    public static Variable<T> Product<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Product, T>.Apply(new(x.Shape.Axes(axes, nameof(Product)), keepAxes), x);

    /// <summary>
    /// The greatest element over some axes, which are gone from the result; over all if none is named. NaN if there is one.
    /// Equal elements share the gradient equally.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice, or there are no elements along the axes.</exception>
    public static Variable<T> Max<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Max(x, axes, keepAxes: false);

    /// <summary>The same; the axes are left with length 1 if they are to be kept.</summary>
    /// <inheritdoc cref="Max{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> Max<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Extremum<MaximumFold, T>(nameof(Max), x, axes, keepAxes);

    /// <summary>
    /// The least element over some axes, which are gone from the result; over all if none is named. NaN if there is one.
    /// Equal elements share the gradient equally.
    /// </summary>
    /// <inheritdoc cref="Max{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> Min<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Min(x, axes, keepAxes: false);

    /// <summary>The same; the axes are left with length 1 if they are to be kept.</summary>
    /// <inheritdoc cref="Max{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> Min<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Extremum<MinimumFold, T>(nameof(Min), x, axes, keepAxes);

    /// <summary>ln Σ eˣ over some axes, which are gone from the result; over all if none is named. Of nothing, and of -∞ only, -∞ with gradient 0.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int})"/>
    public static Variable<T> LogSumExp<T>(Variable<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LogSumExp(x, axes, keepAxes: false);

    /// <summary>ln Σ eˣ over some axes, which are left with length 1 if they are to be kept; over all if none is named.</summary>
    /// <inheritdoc cref="Sum{T}(Variable{T}, ReadOnlySpan{int}, bool)"/>
    public static Variable<T> LogSumExp<T>(Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Ops.LogSumExp, T>.Apply(new(x.Shape.Axes(axes, nameof(LogSumExp)), keepAxes), x);

    private static Variable<T> Extremum<TFold, T>(string name, Variable<T> x, ReadOnlySpan<int> axes, bool keepAxes)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint reduced = x.Shape.Axes(axes, name);
        RequireSomething(name, x.Shape, reduced);
        return ArrayOperation<Extremum<TFold>, T>.Apply(new(reduced, keepAxes), x);
    }

    private static void RequireSomething(string operation, Shape shape, uint axes)
    {
        if (CountAlong(shape, axes) == 0 && shape.Without(axes, keepAxes: false).ElementCount > 0) { Throw.NothingToReduce(operation, shape); }
    }

    // Beside an axis without elements the others may be so long that their product needs more than 32 bits.
    private static long CountAlong(Shape shape, uint axes)
    {
        long count = 1;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if ((axes & (1u << axis)) != 0) { count *= shape.Lengths[axis]; }
        }
        return count;
    }
}
