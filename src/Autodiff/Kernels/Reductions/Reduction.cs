using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Makes one number of many along axes.</summary>
internal static class Reduction
{
    /// <summary>Folds the axes whose bits are set.</summary>
    /// <param name="fold">The way to fold.</param>
    /// <param name="source">The elements.</param>
    /// <param name="axes">Bit k for axis k.</param>
    /// <param name="target">The results in the order of the other axes, row by row.</param>
    /// <param name="accumulate">Whether the results join what the target holds, as sums do when they are added.</param>
    internal static void Fold<TFold, T>(TFold fold, Elements<T> source, uint axes, Span<T> target, bool accumulate)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Fold<TFold, T, Lane512<T>>(fold, source, axes, target, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Fold<TFold, T, Lane256<T>>(fold, source, axes, target, accumulate); }
        else { Fold<TFold, T, Lane128<T>>(fold, source, axes, target, accumulate); }
    }

    /// <summary>The same with lanes of one width.</summary>
    internal static void Fold<TFold, T, R>(TFold fold, Elements<T> source, uint axes, Span<T> target, bool accumulate)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        FoldReducer<TFold, T, R> reducer = new(fold, target, accumulate);
        Reducer.Run(ref reducer, source, axes);
    }

    /// <summary>
    /// Sums over the axes that broadcasting <paramref name="target"/> to the shape of the source repeats: those that it lacks in front,
    /// and those of length 1.
    /// </summary>
    internal static void SumTo<T>(Elements<T> source, Shape target, Span<T> sum, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = source.Shape;
        uint axes = 0;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            int matching = axis - (shape.Rank - target.Rank);
            if (matching < 0 || (target.Lengths[matching] == 1 && shape.Lengths[axis] != 1)) { axes |= 1u << axis; }
        }
        Fold(default(SumFold), source, axes, sum, accumulate);
    }

    /// <summary>The index along the axis of the greatest number, the first of several; of the first NaN, if there is one.</summary>
    internal static void IndexOfMaximum<T>(Elements<T> source, int axis, Span<int> indices)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexOf(default(MaximumFold), source, axis, indices);

    /// <summary>The index along the axis of the least number, the first of several; of the first NaN, if there is one.</summary>
    internal static void IndexOfMinimum<T>(Elements<T> source, int axis, Span<int> indices)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexOf(default(MinimumFold), source, axis, indices);

    /// <summary>The index of the number that the fold chooses, with lanes of one width.</summary>
    internal static void IndexOf<TFold, T, R>(TFold fold, Elements<T> source, int axis, Span<int> indices)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        IndexReducer<TFold, T, R> reducer = new(fold, indices);
        Reducer.Run(ref reducer, source, 1u << axis);
    }

    private static void IndexOf<TFold, T>(TFold fold, Elements<T> source, int axis, Span<int> indices)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { IndexOf<TFold, T, Lane512<T>>(fold, source, axis, indices); }
        else if (Vector256.IsHardwareAccelerated) { IndexOf<TFold, T, Lane256<T>>(fold, source, axis, indices); }
        else { IndexOf<TFold, T, Lane128<T>>(fold, source, axis, indices); }
    }
}
