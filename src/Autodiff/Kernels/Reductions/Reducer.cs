using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Leads a reducer through an array: in whole columns or rows where the memory has them, else through copies in a small room.</summary>
internal static class Reducer
{
    /// <summary>Rows up to this length are turned into columns, so that a lane works for many of them.</summary>
    internal const int ShortRow = 32;

    /// <summary>So many rows are turned at once: what four of the widest lanes hold.</summary>
    internal const int TurnedRows = 64;

    private const int Room = ShortRow * TurnedRows;

    // An inner run of at least this length is read where it stands.
    private const int LongRun = 64;

    /// <summary>Reduces the axes whose bits are set. The results are in the order of the other axes, row by row.</summary>
    internal static void Run<TReducer, T>(ref TReducer reducer, Elements<T> source, uint axes)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rank = source.Shape.Rank;
        if (source.Layout.IsDense && source.Layout.Length > 0 && RunDense(ref reducer, source, axes, rank)) { return; }
        Span<Axis> kept = stackalloc Axis[rank + 1], reduced = stackalloc Axis[rank + 2];
        int results = Split(source, axes, TReducer.DependsOnOrder, ref kept, ref reduced, out nint start);
        if (results == 0) { return; }
        ref T x = ref MemoryMarshal.GetArrayDataReference(source.Memory);
        if (source.Shape.ElementCount == 0)
        {
            reducer.Columns(ref x, 0, 0, results, 0);
            return;
        }
        x = ref Unsafe.Add(ref x, start);
        Axis across = kept[^1], along = reduced[^1];
        bool isOne = reduced[^2].Length == 1 && along.Length <= TReducer.LongestColumn;
        Odometer outer = new(kept[..^1], stackalloc int[kept.Length - 1]);
        do
        {
            ref T origin = ref Unsafe.Add(ref x, outer.Source);
            int place = (int)outer.Target;
            if (isOne && across.Source == 1) { reducer.Columns(ref origin, along.Source, along.Length, across.Length, place); }
            else if (isOne && along.Length <= ShortRow && across.Length > 1) { Turned<TReducer, T>(ref reducer, ref origin, along, across, place); }
            else if (across.Source != 1 || along.Length > TReducer.LongestColumn || !reducer.Columns(ref origin, reduced, across.Length, place))
            {
                Rows<TReducer, T>(ref reducer, ref origin, reduced, across, place);
            }
        }
        while (outer.Next());
    }

    // All axes of dense elements are one row, and the first ones are whole columns: the commonest cases, without a look at every axis.
    private static bool RunDense<TReducer, T>(ref TReducer reducer, Elements<T> source, uint axes, int rank)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        uint all = (uint)((1L << rank) - 1);
        ref T x = ref MemoryMarshal.GetReference(source.Span);
        if (axes == all)
        {
            reducer.Begin();
            reducer.Include(ref x, source.Layout.Length, 0);
            reducer.End(0);
            return true;
        }
        if (rank == 2 && axes == 1 && source.Shape.Lengths[1] > 1 && source.Shape.Lengths[0] <= TReducer.LongestColumn)
        {
            int columns = source.Shape.Lengths[1];
            reducer.Columns(ref x, columns, source.Shape.Lengths[0], columns, 0);
            return true;
        }
        return false;
    }

    [SkipLocalsInit]
    private static void Turned<TReducer, T>(ref TReducer reducer, ref T x, Axis along, Axis across, int place)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> room = stackalloc T[Room];
        ref T columns = ref MemoryMarshal.GetReference(room);
        for (int i = 0; i < across.Length; i += TurnedRows)
        {
            int rows = Math.Min(TurnedRows, across.Length - i);
            Axis row = along with { Target = TurnedRows }, column = new(rows, across.Source, 1);
            PlaneCopy.Run(ref Unsafe.Add(ref x, (nint)i * across.Source), ref columns, row, column, accumulate: false);
            reducer.Columns(ref columns, TurnedRows, along.Length, rows, place + i);
        }
    }

    private static void Rows<TReducer, T>(ref TReducer reducer, ref T x, scoped ReadOnlySpan<Axis> reduced, Axis across, int place)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Axis along = reduced[^1];
        bool isRun = along.Source == 1 && reduced[^2].Length == 1, inPlace = along.Source == 1 && along.Length >= LongRun;
        for (int i = 0; i < across.Length; i++)
        {
            reducer.Begin();
            ref T origin = ref Unsafe.Add(ref x, (nint)i * across.Source);
            if (isRun) { reducer.Include(ref origin, along.Length, 0); }
            else if (inPlace) { InPlace<TReducer, T>(ref reducer, ref origin, reduced); }
            else { Gathered<TReducer, T>(ref reducer, ref origin, reduced); }
            reducer.End(place + i);
        }
    }

    private static void InPlace<TReducer, T>(ref TReducer reducer, ref T x, scoped ReadOnlySpan<Axis> reduced)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Odometer runs = new(reduced[..^1], stackalloc int[reduced.Length - 1]);
        int length = reduced[^1].Length, start = 0;
        do
        {
            reducer.Include(ref Unsafe.Add(ref x, runs.Source), length, start);
            start += length;
        }
        while (runs.Next());
    }

    [SkipLocalsInit]
    private static void Gathered<TReducer, T>(ref TReducer reducer, ref T x, scoped ReadOnlySpan<Axis> reduced)
        where TReducer : struct, IReducer<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> room = stackalloc T[Room];
        int length = 1;
        foreach (Axis axis in reduced) { length *= axis.Length; }
        for (int start = 0; start < length; start += Room)
        {
            Span<T> part = room[..Math.Min(Room, length - start)];
            StridedCopy.Gather(ref x, reduced, start, part);
            reducer.Include(ref MemoryMarshal.GetReference(part), part.Length, start);
        }
    }

    // The two groups of axes, each as few as possible, at least one kept and two reduced; the number of results.
    private static int Split<T>(Elements<T> source, uint axes, bool inOrder, ref Span<Axis> kept, ref Span<Axis> reduced, out nint start)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> lengths = source.Shape.Lengths, strides = source.Layout.Strides;
        Span<Axis> along = stackalloc Axis[lengths.Length];
        int keptCount = 0, alongCount = 0, results = 1;
        start = source.Start;
        for (int index = 0; index < lengths.Length; index++)
        {
            if ((axes & (1u << index)) == 0) { results *= lengths[index]; }
        }
        int left = results;
        for (int index = 0; index < lengths.Length && results > 0; index++)
        {
            Axis axis = new(lengths[index], strides[index], 0);
            if ((axes & (1u << index)) == 0)
            {
                left /= axis.Length;
                keptCount = Axis.Append(kept, keptCount, axis with { Target = left });
            }
            else if (axis.Length != 1)
            {
                if (!inOrder && axis.Source < 0)
                {
                    start += (nint)(axis.Length - 1) * axis.Source;
                    axis = axis with { Source = -axis.Source };
                }
                int place = alongCount++;
                for (; !inOrder && place > 0 && along[place - 1].Source < axis.Source; place--) { along[place] = along[place - 1]; }
                along[place] = axis;
            }
        }
        int reducedCount = 0;
        foreach (Axis axis in along[..alongCount]) { reducedCount = Axis.Append(reduced, reducedCount, axis); }
        kept = kept[..Axis.Pad(kept, keptCount, 1)];
        reduced = reduced[..Axis.Pad(reduced, reducedCount, 2)];
        return results;
    }
}
