using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Sums and extrema of the elements in windows: first over the rows of a window, lane by lane, then over its columns.</summary>
internal static class Pools
{
    /// <summary>y = the greatest element of each window, NaN if there is one, -∞ of none.</summary>
    internal static void Max<T>(Elements<T> x, in Windows windows, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Max<T, Lane512<T>>(x, windows, y); }
        else if (Vector256.IsHardwareAccelerated) { Max<T, Lane256<T>>(x, windows, y); }
        else { Max<T, Lane128<T>>(x, windows, y); }
    }

    /// <summary>Passes a visitor the place of the greatest element of each window, the first of equal ones and of NaN.</summary>
    internal static void PlacesOfMax<TVisitor, T>(TVisitor visitor, Elements<T> x, in Windows windows)
        where TVisitor : struct, IPlaceVisitor, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { PlacesOfMax<TVisitor, T, Lane512<T>>(visitor, x, windows); }
        else if (Vector256.IsHardwareAccelerated) { PlacesOfMax<TVisitor, T, Lane256<T>>(visitor, x, windows); }
        else { PlacesOfMax<TVisitor, T, Lane128<T>>(visitor, x, windows); }
    }

    /// <summary>y = the sum of each window over its divisor.</summary>
    internal static void Average<T>(Elements<T> x, in Windows windows, Divisor divisor, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Average<T, Lane512<T>>(x, windows, divisor, y); }
        else if (Vector256.IsHardwareAccelerated) { Average<T, Lane256<T>>(x, windows, divisor, y); }
        else { Average<T, Lane128<T>>(x, windows, divisor, y); }
    }

    /// <summary>Adds to each element of a window what the window has, over its divisor.</summary>
    internal static void Spread<T>(Elements<T> x, in Windows windows, Divisor divisor, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Spread<T, Lane512<T>>(x, windows, divisor, y); }
        else if (Vector256.IsHardwareAccelerated) { Spread<T, Lane256<T>>(x, windows, divisor, y); }
        else { Spread<T, Lane128<T>>(x, windows, divisor, y); }
    }

    /// <summary><see cref="Max{T}"/> with lanes of one width.</summary>
    internal static void Max<T, R>(Elements<T> x, in Windows windows, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (y.IsEmpty) { return; }
        using DenseElements<T> dense = new(x);
        using WindowRoom<T> room = new(windows);
        MaxPlane<T, R> plane = new(windows, room);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        for (int done = 0; done < y.Length; source = ref Unsafe.Add(ref source, windows.PlaneLength)) { done += plane.Forward(ref source, ref y[done]); }
    }

    /// <summary><see cref="PlacesOfMax{TVisitor, T}"/> with lanes of one width.</summary>
    internal static void PlacesOfMax<TVisitor, T, R>(TVisitor visitor, Elements<T> x, in Windows windows)
        where TVisitor : struct, IPlaceVisitor, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (x.Shape.ElementCount == 0 || windows.AreNone) { return; }
        using DenseElements<T> dense = new(x);
        using WindowRoom<T> room = new(windows);
        MaxPlane<T, R> plane = new(windows, room);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        int window = 0;
        for (int start = 0; start < dense.Span.Length; start += windows.PlaneLength)
        {
            plane.Places(visitor, ref Unsafe.Add(ref source, start), start, ref window);
        }
    }

    /// <summary><see cref="Average{T}"/> with lanes of one width.</summary>
    internal static void Average<T, R>(Elements<T> x, in Windows windows, Divisor divisor, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (y.IsEmpty) { return; }
        using DenseElements<T> dense = new(x);
        using WindowRoom<T> room = new(windows);
        AveragePlane<T, R> plane = new(windows, divisor, room);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        for (int done = 0; done < y.Length; source = ref Unsafe.Add(ref source, windows.PlaneLength)) { done += plane.Forward(ref source, ref y[done]); }
    }

    /// <summary><see cref="Spread{T}"/> with lanes of one width.</summary>
    internal static void Spread<T, R>(Elements<T> x, in Windows windows, Divisor divisor, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (y.IsEmpty || x.Shape.ElementCount == 0 || windows.AreNone) { return; }
        using DenseElements<T> dense = new(x);
        using WindowRoom<T> room = new(windows);
        AveragePlane<T, R> plane = new(windows, divisor, room);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        for (int start = 0; start < y.Length; start += windows.PlaneLength)
        {
            source = ref Unsafe.Add(ref source, plane.Backward(ref source, ref y[start]));
        }
    }
}
