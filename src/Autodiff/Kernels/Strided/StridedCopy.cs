using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;

namespace Autodiff.Kernels;

/// <summary>Moves elements between layouts.</summary>
internal static class StridedCopy
{
    /// <summary>Writes the elements of the source to the target, or adds them to it.</summary>
    /// <param name="source">The elements to read.</param>
    /// <param name="target">Of the same shape. Its elements overlap neither each other nor the source.</param>
    /// <param name="accumulate">Whether to add.</param>
    internal static void Copy<T>(Elements<T> source, Elements<T> target, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = target.Shape;
        if (!shape.Equals(source.Shape)) { Throw.ShapesDiffer(nameof(Copy), source.Shape, shape, "the source"); }
        if (shape.ElementCount == 0) { return; }
        if (!accumulate && source.Layout.IsDense && target.Layout.IsDense)
        {
            source.Span.CopyTo(target.Span);
            return;
        }
        if (!accumulate && target.Layout.IsDense && shape.Rank <= 2 && CopyRepeated(source, target.Span)) { return; }
        Span<Axis> axes = stackalloc Axis[shape.Rank + 2];
        int start = Order(source.Layout, target.Layout, axes, out nint turnedSource, out nint turnedTarget);
        axes = axes[start..];
        ref T from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source.Memory), source.Start + turnedSource);
        ref T to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(target.Memory), target.Start + turnedTarget);
        Odometer outer = new(axes[..^2], stackalloc int[axes.Length - 2]);
        do { PlaneCopy.Run(ref Unsafe.Add(ref from, outer.Source), ref Unsafe.Add(ref to, outer.Target), axes[^2], axes[^1], accumulate); }
        while (outer.Next());
    }

    // One number, or one row, for all rows: what broadcasting asks for most.
    private static bool CopyRepeated<T>(Elements<T> source, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> strides = source.Layout.Strides;
        if (strides.IsEmpty || strides[0] != 0) { return false; }
        ref T first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source.Memory), source.Start);
        if (strides[^1] == 0)
        {
            target.Fill(first);
            return true;
        }
        if (strides[^1] != 1) { return false; }
        ReadOnlySpan<T> row = MemoryMarshal.CreateReadOnlySpan(ref first, source.Shape.Lengths[1]);
        for (; !target.IsEmpty; target = target[row.Length..]) { row.CopyTo(target); }
        return true;
    }

    /// <summary>
    /// Writes the elements from number <paramref name="first"/> on, counted row by row in the shape of the source, one after the other.
    /// </summary>
    internal static void Gather<T>(Elements<T> source, int first, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (target.IsEmpty) { return; }
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.Length, source.Shape.ElementCount - first, nameof(first));
        if (source.Layout.IsDense)
        {
            source.Span.Slice(first, target.Length).CopyTo(target);
            return;
        }
        ReadOnlySpan<int> lengths = source.Shape.Lengths, strides = source.Layout.Strides;
        Span<Axis> axes = stackalloc Axis[lengths.Length + 2];
        int count = 0;
        for (int axis = 0; axis < lengths.Length; axis++) { count = Axis.Append(axes, count, new(lengths[axis], strides[axis], 0)); }
        count = Axis.Pad(axes, count, 2);
        Gather(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source.Memory), source.Start), axes[..count], first, target);
    }

    /// <summary>The same over axes, at least two of them.</summary>
    internal static void Gather<T>(ref T source, ReadOnlySpan<Axis> axes, int first, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Axis row = axes[^2], column = axes[^1];
        (int rest, int skippedColumns) = Math.DivRem(first, column.Length);
        (int plane, int skippedRows) = Math.DivRem(rest, row.Length);
        Odometer outer = new(axes[..^2], stackalloc int[axes.Length - 2]);
        outer.Seek(plane);
        while (!target.IsEmpty)
        {
            // As many whole rows of this plane as there is room for, or a part of one.
            bool whole = skippedColumns == 0 && target.Length >= column.Length;
            int rows = whole ? Math.Min(row.Length - skippedRows, target.Length / column.Length) : 1;
            int columns = whole ? column.Length : Math.Min(column.Length - skippedColumns, target.Length);
            nint place = outer.Source + ((nint)skippedRows * row.Source) + ((nint)skippedColumns * column.Source);
            PlaneCopy.Run(
                ref Unsafe.Add(ref source, place),
                ref MemoryMarshal.GetReference(target),
                new(rows, row.Source, columns),
                new(columns, column.Source, 1),
                accumulate: false);
            target = target[(rows * columns)..];
            skippedColumns = 0;
            skippedRows += rows;
            if (skippedRows == row.Length)
            {
                skippedRows = 0;
                outer.Next();
            }
        }
    }

    // The axes with long steps of the target outside and those that step as one made one; the start of those used, at least two.
    private static int Order(Layout source, Layout target, Span<Axis> axes, out nint turnedSource, out nint turnedTarget)
    {
        ReadOnlySpan<int> lengths = target.Shape.Lengths;
        Span<Axis> sorted = stackalloc Axis[lengths.Length];
        int count = 0;
        (turnedSource, turnedTarget) = (0, 0);
        for (int index = 0; index < lengths.Length; index++)
        {
            Axis axis = new(lengths[index], source.Strides[index], target.Strides[index]);
            if (axis.Length == 1) { continue; }
            if (axis.Target < 0)
            {
                // The order of the elements does not matter: from the other end, the target is walked upwards.
                turnedSource += (nint)(axis.Length - 1) * axis.Source;
                turnedTarget += (nint)(axis.Length - 1) * axis.Target;
                axis = new(axis.Length, -axis.Source, -axis.Target);
            }
            int place = count++;
            for (; place > 0 && sorted[place - 1].Target < axis.Target; place--) { sorted[place] = sorted[place - 1]; }
            sorted[place] = axis;
        }
        int used = 0;
        foreach (Axis axis in sorted[..count]) { used = Axis.Append(axes, used, axis); }
        used = Axis.Pad(axes, used, 2);
        axes[..used].CopyTo(axes[^used..]);
        PairForTransposition(axes[^used..]);
        return axes.Length - used;
    }

    // Where neighbours in the target are not neighbours in the source, the axis along which the source has its neighbours comes next.
    private static void PairForTransposition(Span<Axis> axes)
    {
        if (axes[^1].Source is 0 or 1) { return; }
        for (int index = axes.Length - 3; index >= 0; index--)
        {
            if (axes[index].Source == 1 && axes[^2].Source != 1) { (axes[index], axes[^2]) = (axes[^2], axes[index]); }
        }
    }
}
