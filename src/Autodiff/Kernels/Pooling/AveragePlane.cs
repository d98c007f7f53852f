using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Sums of windows in one plane (or volume, or row), and back.</summary>
internal readonly ref struct AveragePlane<T, R>(in Windows windows, Divisor divisor, in WindowRoom<T> room)
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // Longer sums go in blocks, so that the error does not grow with their length.
    private const int Wide = 64;

    private readonly Windows windows = windows;
    private readonly Divisor divisor = divisor;
    private readonly ReadOnlySpan<Window> columns = room.Columns;
    private readonly Span<T> joined = room.First;

    /// <summary>Returns the number of windows.</summary>
    internal int Forward(ref T x, ref T y)
    {
        int done = 0;
        for (int d = 0; d < windows.Depth.Output; d++)
        {
            Window depth = windows.Depth[d];
            for (int h = 0; h < windows.Height.Output; h++, done += columns.Length)
            {
                Window height = windows.Height[h];
                ref T row = ref Join(ref x, depth, height);
                for (int i = 0; i < columns.Length; i++)
                {
                    Window window = columns[i];
                    T sum = Sum(ref Unsafe.Add(ref row, window.First), window.Count);
                    Unsafe.Add(ref y, done + i) = sum / T.CreateTruncating(divisor.Of(depth, height, window));
                }
            }
        }
        return done;
    }

    /// <summary>Returns the number of windows.</summary>
    internal int Backward(ref T dy, ref T dx)
    {
        int done = 0;
        ref T row = ref MemoryMarshal.GetReference(joined);
        for (int d = 0; d < windows.Depth.Output; d++)
        {
            Window depth = windows.Depth[d];
            for (int h = 0; h < windows.Height.Output; h++, done += columns.Length)
            {
                Window height = windows.Height[h];
                joined.Clear();
                for (int i = 0; i < columns.Length; i++)
                {
                    Window window = columns[i];
                    T share = Unsafe.Add(ref dy, done + i) / T.CreateTruncating(divisor.Of(depth, height, window));
                    ref T place = ref Unsafe.Add(ref row, window.First);
                    for (int j = 0; j < window.Count; j++) { Unsafe.Add(ref place, j) += share; }
                }
                for (int z = 0; z < depth.Count; z++)
                {
                    for (int line = 0; line < height.Count; line++)
                    {
                        ref T target = ref Row(ref dx, depth.First + z, height.First + line);
                        WindowRows<T, R>.Add(ref target, ref row, ref target, joined.Length);
                    }
                }
            }
        }
        return done;
    }

    // The sum of the rows that a row of windows looks at, of which there is one at least; a single one is read where it stands.
    private ref T Join(ref T x, Window depth, Window height)
    {
        if ((long)depth.Count * height.Count > Wide) { return ref JoinMany(ref x, depth, height); }
        ref T room = ref MemoryMarshal.GetReference(joined);
        ref T sum = ref x;
        bool isFirst = true;
        for (int z = 0; z < depth.Count; z++)
        {
            for (int line = 0; line < height.Count; line++)
            {
                ref T row = ref Row(ref x, depth.First + z, height.First + line);
                if (isFirst) { sum = ref row; }
                else
                {
                    WindowRows<T, R>.Add(ref sum, ref row, ref room, joined.Length);
                    sum = ref room;
                }
                isFirst = false;
            }
        }
        return ref sum;
    }

    // Some rows are added in the format of the numbers, the sums of those in double.
    [MethodImpl(NoInlining)]
    private ref T JoinMany(ref T x, Window depth, Window height)
    {
        using ScratchMemory<double> wide = new(joined.Length);
        Span<double> sums = wide.Array.AsSpan(0, joined.Length);
        sums.Clear();
        for (int z = 0; z < depth.Count; z++)
        {
            for (int line = 0; line < height.Count; line += Wide)
            {
                ref T some = ref Join(ref x, new(depth.First + z, 1, 1), new(height.First + line, Math.Min(Wide, height.Count - line), 1));
                for (int i = 0; i < sums.Length; i++) { sums[i] += double.CreateTruncating(Unsafe.Add(ref some, i)); }
            }
        }
        TensorPrimitives.ConvertTruncating<double, T>(sums, joined);
        return ref MemoryMarshal.GetReference(joined);
    }

    private ref T Row(ref T plane, int z, int line) =>
        ref Unsafe.Add(ref plane, (((nint)z * windows.Height.Input) + line) * windows.Width.Input);

    [MethodImpl(AggressiveInlining)]
    private static T Sum(ref T x, int count)
    {
        if (count > Wide) { return FoldLoop<SumFold, T, R>.Run(default, ref x, count); }
        T sum = T.Zero;
        for (int j = 0; j < count; j++) { sum += Unsafe.Add(ref x, j); }
        return sum;
    }
}
