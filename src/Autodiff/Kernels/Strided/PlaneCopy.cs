using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Copies along two axes at once, by the loop that fits their strides.</summary>
internal static class PlaneCopy
{
    /// <summary>Copies or adds rows × columns elements.</summary>
    internal static void Run<T>(ref T source, ref T target, Axis row, Axis column, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { Run<T, Lane512<T>>(ref source, ref target, row, column, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Run<T, Lane256<T>>(ref source, ref target, row, column, accumulate); }
        else { Run<T, Lane128<T>>(ref source, ref target, row, column, accumulate); }
    }

    /// <summary>The same with lanes of one width.</summary>
    internal static void Run<T, R>(ref T source, ref T target, Axis row, Axis column, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (column.Target != 1) { PlaneCopy<T, R>.Each(ref source, ref target, row, column, accumulate); }
        else if (column.Source == 1 && column.Length >= PlaneCopy<T, R>.LongRun && !accumulate) { LongRuns(ref source, ref target, row, column.Length); }
        else if (column.Source == 1) { PlaneCopy<T, R>.Runs(ref source, ref target, row, column.Length, accumulate); }
        else if (column.Source == 0) { PlaneCopy<T, R>.Repeats(ref source, ref target, row, column.Length, accumulate); }
        else if (row.Source == 1 && row.Length > 1) { Transposition<T>.Copy(ref source, ref target, row, column, accumulate); }
        else { PlaneCopy<T, R>.Each(ref source, ref target, row, column, accumulate); }
    }

    // The runtime's own copy has the best moves for long runs.
    private static void LongRuns<T>(ref T source, ref T target, Axis row, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < row.Length; i++)
        {
            ReadOnlySpan<T> from = MemoryMarshal.CreateReadOnlySpan(ref source, columns);
            from.CopyTo(MemoryMarshal.CreateSpan(ref target, columns));
            source = ref Unsafe.Add(ref source, row.Source);
            target = ref Unsafe.Add(ref target, row.Target);
        }
    }
}

/// <summary>The loops over a plane whose columns are next to each other in the target, and over any other.</summary>
internal static class PlaneCopy<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    /// <summary>From this length on a run is worth a call: the runtime's copy leaves managed code for all but short ones.</summary>
    internal const int LongRun = 8192;

    /// <summary>Columns next to each other on both sides.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Runs(ref T source, ref T target, Axis row, int columns, bool accumulate)
    {
        for (int i = 0; i < row.Length; i++)
        {
            nint j = 0;
            for (; j <= columns - R.Count; j += R.Count)
            {
                ref T place = ref Unsafe.Add(ref target, j);
                R value = R.Load(ref Unsafe.Add(ref source, j));
                R.Store(accumulate ? R.Load(ref place) + value : value, ref place);
            }
            if (j < columns)
            {
                ref T place = ref Unsafe.Add(ref target, j);
                int last = columns - (int)j;
                R value = R.Load(ref Unsafe.Add(ref source, j), last);
                R.Store(accumulate ? R.Load(ref place, last) + value : value, ref place, last);
            }
            source = ref Unsafe.Add(ref source, row.Source);
            target = ref Unsafe.Add(ref target, row.Target);
        }
    }

    /// <summary>One number of the source in all columns of a row.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Repeats(ref T source, ref T target, Axis row, int columns, bool accumulate)
    {
        for (int i = 0; i < row.Length; i++)
        {
            R value = LaneParts<R, T>.Repeat(source);
            nint j = 0;
            for (; j <= columns - R.Count; j += R.Count)
            {
                ref T place = ref Unsafe.Add(ref target, j);
                R.Store(accumulate ? R.Load(ref place) + value : value, ref place);
            }
            if (j < columns)
            {
                ref T place = ref Unsafe.Add(ref target, j);
                int last = columns - (int)j;
                R.Store(accumulate ? R.Load(ref place, last) + value : value, ref place, last);
            }
            source = ref Unsafe.Add(ref source, row.Source);
            target = ref Unsafe.Add(ref target, row.Target);
        }
    }

    /// <summary>Any strides, element by element.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Each(ref T source, ref T target, Axis row, Axis column, bool accumulate)
    {
        for (int i = 0; i < row.Length; i++)
        {
            ref T from = ref source;
            ref T to = ref target;
            for (int j = 0; j < column.Length; j++)
            {
                to = accumulate ? to + from : from;
                from = ref Unsafe.Add(ref from, column.Source);
                to = ref Unsafe.Add(ref to, column.Target);
            }
            source = ref Unsafe.Add(ref source, row.Source);
            target = ref Unsafe.Add(ref target, row.Target);
        }
    }
}
