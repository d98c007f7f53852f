using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// What goes along one axis and keeps its length.
public static partial class Variable
{
    /// <summary>The sums of the elements up to each, along an axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> CumulativeSum<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<CumulativeSum, T>.Apply(new(x.Shape.Axis(axis, nameof(CumulativeSum)), reversed: false), x);

    /// <summary>The products of the elements up to each, along an axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> CumulativeProduct<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<CumulativeProduct, T>.Apply(new(x.Shape.Axis(axis, nameof(CumulativeProduct)), reversed: false, isExclusive: false), x);

    /// <summary>ln Σ eˣ of the elements up to each, along an axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> LogCumulativeSumExp<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<LogCumulativeSumExp, T>.Apply(new(x.Shape.Axis(axis, nameof(LogCumulativeSumExp))), x);

    /// <summary>eˣ / Σ eˣ along an axis. An element of -∞ has the share 0; of -∞ only, NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> Softmax<T>(Variable<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Softmax, T>.Apply(new(x.Shape.Axis(axis, nameof(Softmax))), x);

    /// <summary>e⁻ˣ / Σ e⁻ˣ along an axis: the softmax of the negatives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> Softmin<T>(Variable<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Softmax, T>.Apply(new(x.Shape.Axis(axis, nameof(Softmin))), -x);

    /// <summary>The logarithm of the softmax, x - ln Σ eˣ, along an axis: accurate where the softmax would round to 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Variable<T> LogSoftmax<T>(Variable<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<LogSoftmax, T>.Apply(new(x.Shape.Axis(axis, nameof(LogSoftmax))), x);
}
