using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>The logarithm of the sum of exponentials.</summary>
internal static class LogSumExp
{
    /// <summary>
    /// max + ln Σ e^(x - max) over the axes whose bits are set: -∞ of -∞ only and of nothing, +∞ if one is +∞, NaN if one is NaN.
    /// </summary>
    /// <param name="source">The elements.</param>
    /// <param name="axes">Bit k for axis k.</param>
    /// <param name="target">The results in the order of the other axes, row by row.</param>
    internal static void Fold<T>(Elements<T> source, uint axes, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Fold<T, Lane512<T>>(source, axes, target); }
        else if (Vector256.IsHardwareAccelerated) { Fold<T, Lane256<T>>(source, axes, target); }
        else { Fold<T, Lane128<T>>(source, axes, target); }
    }

    /// <summary>The same with lanes of one width.</summary>
    internal static void Fold<T, R>(Elements<T> source, uint axes, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        LogSumExpReducer<T, R> reducer = new(target);
        Reducer.Run(ref reducer, source, axes);
    }
}
