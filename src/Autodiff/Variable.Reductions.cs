using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// What makes fewer elements of many.
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
}
