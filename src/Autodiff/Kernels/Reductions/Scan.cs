using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Running results along an axis.</summary>
internal static class Scan
{
    // Columns that run side by side.
    private const int Together = 64;

    /// <summary>The sums of the numbers up to each along the axis, or from each on.</summary>
    internal static void CumulativeSum<T>(Elements<T> source, int axis, bool reversed, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<SumScan, T>(source, axis, reversed, target);

    /// <summary>The products of the numbers up to each along the axis, or from each on.</summary>
    internal static void CumulativeProduct<T>(Elements<T> source, int axis, bool reversed, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<ProductScan, T>(source, axis, reversed, target);

    /// <summary>The logarithms of the sums of exponentials up to each along the axis, or from each on.</summary>
    internal static void LogCumulativeSumExp<T>(Elements<T> source, int axis, bool reversed, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<LogSumExpScan, T>(source, axis, reversed, target);

    private static void Run<TScan, T>(Elements<T> source, int axis, bool reversed, Span<T> target)
        where TScan : struct, IScan
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, source.Shape.ElementCount);
        if (target.IsEmpty) { return; }
        ref T y = ref MemoryMarshal.GetReference(target);
        ref T x = ref y;
        if (source.Layout.IsDense) { x = ref MemoryMarshal.GetReference(source.Span); }
        else { StridedCopy.Gather(source, 0, target); }
        AlongAxis walk = new(source.Shape, axis);
        nint step = reversed ? -walk.Step : walk.Step;
        nint start = reversed ? (nint)(walk.Length - 1) * walk.Step : 0;
        for (int i = 0; i < walk.Groups; i++)
        {
            ref T from = ref Unsafe.Add(ref walk.Group(ref x, i), start);
            ref T to = ref Unsafe.Add(ref walk.Group(ref y, i), start);
            if (walk.IsLast) { Row<TScan, T>(ref from, ref to, step, walk.Length); }
            else { Columns<TScan, T>(ref from, ref to, step, walk.Length, walk.Step); }
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Row<TScan, T>(ref T x, ref T y, nint step, int count)
        where TScan : struct, IScan
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (double first, double second) = TScan.Start;
        for (int i = 0; i < count; i++)
        {
            y = Precision<T>.Round(TScan.Next(ref first, ref second, Precision<T>.Widen(x)));
            x = ref Unsafe.Add(ref x, step);
            y = ref Unsafe.Add(ref y, step);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Columns<TScan, T>(ref T x, ref T y, nint step, int count, int columns)
        where TScan : struct, IScan
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<double> first = stackalloc double[Together], second = stackalloc double[Together];
        for (int done = 0; done < columns; done += Together)
        {
            int width = Math.Min(Together, columns - done);
            first.Fill(TScan.Start.First);
            second.Fill(TScan.Start.Second);
            nint at = done;
            for (int i = 0; i < count; i++, at += step)
            {
                ref T from = ref Unsafe.Add(ref x, at);
                ref T to = ref Unsafe.Add(ref y, at);
                for (int j = 0; j < width; j++)
                {
                    double next = TScan.Next(ref first[j], ref second[j], Precision<T>.Widen(Unsafe.Add(ref from, j)));
                    Unsafe.Add(ref to, j) = Precision<T>.Round(next);
                }
            }
        }
    }
}
