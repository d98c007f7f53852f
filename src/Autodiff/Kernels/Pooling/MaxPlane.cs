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
    private readonly Span<int> places = room.Places;

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
                if (JoinWithNumbers(ref x, depth, height) == 0) { places.Fill(-1); }
                else { FindPlaces(depth, height); }
                visitor.Visit(window, start, places);
                window += places.Length;
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

    // For each window the column of the greatest, of equal ones the one whose row is the first, and from there the place.
    private void FindPlaces(Window depth, Window height)
    {
        ref T ofBest = ref MemoryMarshal.GetReference(best);
        ref T ofNumbers = ref MemoryMarshal.GetReference(numbers);
        int step = windows.Width.Dilation, width = windows.Width.Input, first = Plane(depth, 0) + height.First;
        for (int i = 0; i < columns.Length; i++)
        {
            Window window = columns[i];
            if (window.Count == 0)
            {
                places[i] = -1;
                continue;
            }
            int column = window.First;
            for (int j = 1, at = column + step; j < window.Count; j++, at += step)
            {
                // Which of two is greater cannot be foretold, so nothing branches on it.
                T greatest = Unsafe.Add(ref ofBest, column), x = Unsafe.Add(ref ofBest, at);
                int isGreater = Unsafe.BitCast<bool, byte>(x > greatest);
                if (isGreater == 0 && !(x < greatest)) { column = FirstOf(ref ofBest, ref ofNumbers, column, at); }
                column += (at - column) & -isGreater;
            }
            int number = int.CreateTruncating(Unsafe.Add(ref ofNumbers, column));
            int line = depth.Count == 1
                ? first + (number * windows.Height.Dilation)
                : Plane(depth, number / height.Count) + Line(height, number % height.Count);
            places[i] = (line * width) + column;
        }
    }

    // Of equal ones, or of two of which one is NaN.
    [MethodImpl(NoInlining)]
    private static int FirstOf(ref T best, ref T numbers, int column, int other)
    {
        bool isNaN = T.IsNaN(Unsafe.Add(ref best, column)), otherIsNaN = T.IsNaN(Unsafe.Add(ref best, other));
        if (isNaN != otherIsNaN) { return isNaN ? column : other; }
        return Unsafe.Add(ref numbers, other) < Unsafe.Add(ref numbers, column) ? other : column;
    }

    private ref T Row(ref T plane, Window depth, Window height, int z, int line) =>
        ref Unsafe.Add(ref plane, (nint)(Plane(depth, z) + Line(height, line)) * windows.Width.Input);

    private int Plane(Window depth, int z) => (depth.First + (z * windows.Depth.Dilation)) * windows.Height.Input;

    private int Line(Window height, int line) => height.First + (line * windows.Height.Dilation);
}
