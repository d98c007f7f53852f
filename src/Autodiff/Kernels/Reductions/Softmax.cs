using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Softmax along an axis, its logarithm, and their pulls. Those multiply with a strong zero: where all dy of a line are 0, so are all dx.</summary>
internal static class Softmax
{
    /// <summary>
    /// y = e^(x - max) / Σ e^(x - max) along the axis. Where all numbers are -∞, and where one is +∞ or NaN, all results are NaN.
    /// </summary>
    internal static void Forward<T>(Elements<T> source, int axis, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Forward<PlainSoftmax, T>(source, axis, target);

    /// <summary>y = x - max - ln Σ e^(x - max) along the axis, NaN where <see cref="Forward{T}"/> is.</summary>
    internal static void ForwardLog<T>(Elements<T> source, int axis, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Forward<LogarithmicSoftmax, T>(source, axis, target);

    /// <summary>dx = y (dy - Σ dy y), or added to dx.</summary>
    internal static void Backward<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Backward<PlainSoftmax, T>(y, dy, shape, axis, dx, accumulate);

    /// <summary>dx = dy - e^y Σ dy, or added to dx.</summary>
    internal static void BackwardLog<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Backward<LogarithmicSoftmax, T>(y, dy, shape, axis, dx, accumulate);

    /// <summary>Either form with lanes of one width.</summary>
    internal static void Forward<TForm, T, R>(Elements<T> source, int axis, Span<T> target)
        where TForm : struct, ISoftmaxForm
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, source.Shape.ElementCount);
        if (target.IsEmpty) { return; }
        AlongAxis walk = new(source.Shape, axis);
        ref T y = ref MemoryMarshal.GetReference(target);
        ref T x = ref y;
        if (source.Layout.IsDense) { x = ref MemoryMarshal.GetReference(source.Span); }
        else { StridedCopy.Gather(source, 0, target); }
        if (!walk.IsLast)
        {
            for (int i = 0; i < walk.Groups; i++)
            {
                SoftmaxColumns<TForm, T, R>.Forward(ref walk.Group(ref x, i), ref walk.Group(ref y, i), walk.Step, walk.Length, walk.Step);
            }
        }
        else if (walk.Length <= Reducer.ShortRow) { SoftmaxRows<TForm, T, R>.ForwardShort(ref x, ref y, walk.Groups, walk.Length); }
        else
        {
            for (int i = 0; i < walk.Groups; i++) { SoftmaxRows<TForm, T, R>.Forward(ref walk.Group(ref x, i), ref walk.Group(ref y, i), walk.Length); }
        }
    }

    /// <summary>The pull of either form with lanes of one width.</summary>
    internal static void Backward<TForm, T, R>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate)
        where TForm : struct, ISoftmaxForm
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, shape.ElementCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(dy.Length, shape.ElementCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(dx.Length, shape.ElementCount);
        if (dx.IsEmpty) { return; }
        AlongAxis walk = new(shape, axis);
        ref T py = ref MemoryMarshal.GetReference(y);
        ref T pdy = ref MemoryMarshal.GetReference(dy);
        ref T pdx = ref MemoryMarshal.GetReference(dx);
        if (walk.IsLast && walk.Length <= Reducer.ShortRow)
        {
            SoftmaxRows<TForm, T, R>.BackwardShort(ref py, ref pdy, ref pdx, walk.Groups, walk.Length, accumulate);
            return;
        }
        for (int i = 0; i < walk.Groups; i++)
        {
            ref T gy = ref walk.Group(ref py, i);
            ref T gdy = ref walk.Group(ref pdy, i);
            ref T gdx = ref walk.Group(ref pdx, i);
            if (walk.IsLast) { SoftmaxRows<TForm, T, R>.Backward(ref gy, ref gdy, ref gdx, walk.Length, accumulate); }
            else { SoftmaxColumns<TForm, T, R>.Backward(ref gy, ref gdy, ref gdx, walk.Step, walk.Length, walk.Step, accumulate); }
        }
    }

    private static void Forward<TForm, T>(Elements<T> source, int axis, Span<T> target)
        where TForm : struct, ISoftmaxForm
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Forward<TForm, T, Lane512<T>>(source, axis, target); }
        else if (Vector256.IsHardwareAccelerated) { Forward<TForm, T, Lane256<T>>(source, axis, target); }
        else { Forward<TForm, T, Lane128<T>>(source, axis, target); }
    }

    private static void Backward<TForm, T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate)
        where TForm : struct, ISoftmaxForm
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Backward<TForm, T, Lane512<T>>(y, dy, shape, axis, dx, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Backward<TForm, T, Lane256<T>>(y, dy, shape, axis, dx, accumulate); }
        else { Backward<TForm, T, Lane128<T>>(y, dy, shape, axis, dx, accumulate); }
    }
}
