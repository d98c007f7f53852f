using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Greatest elements of windows in one plane (or volume, or row), and where they stand.</summary>
internal readonly ref struct MaxPlane<T, R>(in Windows windows, in WindowRoom<T> room)
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    private readonly Windows windows = windows;
    private readonly ReadOnlySpan<Window> columns = room.Columns;
    private readonly Span<T> best = room.First;
    private readonly Span<T> numbers = room.Second;

    /// <summary>Returns the number of windows.</summary>
    internal int Forward(ref T x, ref T y)
    {
        int done = 0;
        for (int d = 0; d < windows.Depth.Output; d++)
        {
            Window depth = windows.Depth[d];
            for (int h = 0; h < windows.Height.Output; h++, done += columns.Length)
            {
                ref T row = ref Join(ref x, depth, windows.Height[h]);
                for (int i = 0; i < columns.Length; i++) { Unsafe.Add(ref y, done + i) = Greatest(ref row, columns[i], windows.Width.Dilation); }
            }
        }
        return done;
    }

    internal void Places<TVisitor>(TVisitor visitor, ref T x, int start, ref int window)
        where TVisitor : struct, IPlaceVisitor, allows ref struct
    {
        for (int d = 0; d < windows.Depth.Output; d++)
        {
            Window depth = windows.Depth[d];
            for (int h = 0; h < windows.Height.Output; h++)
            {
                Window height = windows.Height[h];
                int rows = JoinWithNumbers(ref x, depth, height);
                foreach (Window column in columns)
                {
                    int place = rows == 0 || column.Count == 0 ? -1 : Place(depth, height, column);
                    visitor.Visit(window++, start, place);
                }
            }
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static T Greatest(ref T row, Window window, int step)
    {
        if (window.Count == 0) { return T.NegativeInfinity; }
        ref T place = ref Unsafe.Add(ref row, window.First);
        T greatest = place;
        for (int j = 1; j < window.Count; j++)
        {
            place = ref Unsafe.Add(ref place, step);
            greatest = T.Max(greatest, place);
        }
        return greatest;
    }

    // The greatest of each column in the rows that a row of windows looks at; a single row is read where it stands.
    private ref T Join(ref T x, Window depth, Window height)
    {
        ref T room = ref MemoryMarshal.GetReference(best);
        ref T greatest = ref x;
        bool isEmpty = true;
        for (int z = 0; z < depth.Count; z++)
        {
            for (int line = 0; line < height.Count; line++)
            {
                ref T row = ref Row(ref x, depth, height, z, line);
                if (isEmpty) { greatest = ref row; }
                else
                {
                    WindowRows<T, R>.Max(ref greatest, ref row, ref room, best.Length);
                    greatest = ref room;
                }
                isEmpty = false;
            }
        }
        if (isEmpty)
        {
            best.Fill(T.NegativeInfinity);
            return ref room;
        }
        return ref greatest;
    }

    // The same with the number of the row, of equal ones the first; returns how many rows there are.
    private int JoinWithNumbers(ref T x, Window depth, Window height)
    {
        int number = 0;
        for (int z = 0; z < depth.Count; z++)
        {
            for (int line = 0; line < height.Count; line++, number++)
            {
                ref T row = ref Row(ref x, depth, height, z, line);
                if (number > 0)
                {
                    WindowRows<T, R>.Best(ref row, number, ref MemoryMarshal.GetReference(best), ref MemoryMarshal.GetReference(numbers), best.Length);
                    continue;
                }
                MemoryMarshal.CreateReadOnlySpan(ref row, best.Length).CopyTo(best);
                numbers.Clear();
            }
        }
        return number;
    }

    // Of equal columns the one whose row is the first.
    [MethodImpl(AggressiveInlining)]
    private int Place(Window depth, Window height, Window window)
    {
        int column = window.First;
        T greatest = best[column], number = numbers[column];
        for (int j = 1, at = column; j < window.Count; j++)
        {
            at += windows.Width.Dilation;
            T x = best[at], row = numbers[at];
            bool isBetter = x > greatest || (row < number && (x == greatest || (T.IsNaN(x) && T.IsNaN(greatest)))) || (T.IsNaN(x) && !T.IsNaN(greatest));
            if (isBetter) { (greatest, number, column) = (x, row, at); }
        }
        (int z, int line) = windows.Rank > 2 ? Math.DivRem(int.CreateTruncating(number), height.Count) : (0, int.CreateTruncating(number));
        return ((Plane(depth, z) + Line(height, line)) * windows.Width.Input) + column;
    }

    private ref T Row(ref T plane, Window depth, Window height, int z, int line) =>
        ref Unsafe.Add(ref plane, (nint)(Plane(depth, z) + Line(height, line)) * windows.Width.Input);

    private int Plane(Window depth, int z) => (depth.First + (z * windows.Depth.Dilation)) * windows.Height.Input;

    private int Line(Window height, int line) => height.First + (line * windows.Height.Dilation);
}
