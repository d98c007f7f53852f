using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Normalisation over the columns of a matrix: lanes go along the rows, so that each works for many columns.</summary>
internal static class ColumnSums<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // So many rows are added in the format of the numbers, the sums of those in double.
    private const int Rows = 32;

    internal static void FindCenters(ref T x, in Grouping grouping, Centers<T> centers)
    {
        int columns = grouping.Groups;
        using Room room = new(columns);
        Span<T> shifts = room.Row(2);
        shifts.Clear();
        if (grouping.Centered)
        {
            SumAround(ref x, grouping, shifts, room);
            for (int c = 0; c < columns; c++) { shifts[c] = T.CreateTruncating(room.Sums[c] / grouping.Batch); }
        }
        SumAround(ref x, grouping, shifts, room);
        for (int c = 0; c < columns; c++)
        {
            centers[c] = Center<T>.Of(shifts[c], grouping.Centered ? room.Sums[c] : 0, room.Products[c], grouping.Batch, grouping.Epsilon);
        }
    }

    internal static void Normalize(ref T x, in Grouping grouping, Centers<T> centers, ReadOnlySpan<T> w, ReadOnlySpan<T> b, ref T y)
    {
        int columns = grouping.Groups;
        using Room room = new(columns);
        ref T weights = ref room.Or(w, 0, T.One);
        ref T biases = ref room.Or(b, 1, T.Zero);
        for (int n = 0; n < grouping.Batch; n++)
        {
            nint at = (nint)n * columns;
            CenteredColumns<T, R>.Normalize(ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref y, at), columns, centers, ref weights, ref biases);
        }
    }

    internal static void Pull(ref T x, in Grouping grouping, Centers<T> centers, ReadOnlySpan<T> w, ref T dy, ref T dx, bool accumulate)
    {
        int columns = grouping.Groups;
        using Room room = new(columns);
        SumProducts(ref x, grouping, centers, ref dy, room);
        Span<T> means = room.Row(0), slopes = room.Row(1), factors = room.Row(2);
        bool isAnySilent = false;
        for (int c = 0; c < columns; c++)
        {
            Center<T> center = centers[c];
            T scale = center.Scale;
            means[c] = T.CreateTruncating(grouping.Centered ? room.Sums[c] / grouping.Batch : 0);
            slopes[c] = T.CreateTruncating(room.Products[c] / grouping.Batch) * scale;
            factors[c] = w.IsEmpty ? scale : scale * w[c];
            if (center.IsRegular || !IsZero(ref Unsafe.Add(ref dy, c), grouping)) { continue; }
            factors[c] = T.Zero;
            isAnySilent = true;
        }
        if (isAnySilent)
        {
            PullByElements(ref x, grouping, centers, ref dy, ref dx, room, accumulate);
            return;
        }
        for (int n = 0; n < grouping.Batch; n++)
        {
            nint at = (nint)n * columns;
            ref T target = ref Unsafe.Add(ref dx, at);
            CenteredColumns<T, R>.Pull(
                ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), ref target, columns, centers, ref means[0], ref slopes[0], ref factors[0], accumulate);
        }
    }

    internal static void PullWeights(ref T x, in Grouping grouping, Centers<T> centers, ref T dy, Span<T> dw, bool accumulate)
    {
        using Room room = new(grouping.Groups);
        SumProducts(ref x, grouping, centers, ref dy, room);
        for (int c = 0; c < dw.Length; c++)
        {
            T sum = T.CreateTruncating(room.Products[c]);
            dw[c] = accumulate ? dw[c] + sum : sum;
        }
    }

    // Strong zero: a column that nothing comes into has the factor 0 and passes nothing on, whatever its numbers are.
    private static void PullByElements(ref T x, in Grouping grouping, Centers<T> centers, ref T dy, ref T dx, in Room room, bool accumulate)
    {
        Span<T> means = room.Row(0), slopes = room.Row(1), factors = room.Row(2);
        nint at = 0;
        for (int n = 0; n < grouping.Batch; n++)
        {
            for (int c = 0; c < factors.Length; c++, at++)
            {
                Center<T> center = centers[c];
                T from = Unsafe.Add(ref x, at) - center.High - center.Low, left = Unsafe.Add(ref dy, at) - means[c] - (from * slopes[c]);
                T pulled = T.IsZero(factors[c]) ? T.Zero : left * factors[c];
                ref T place = ref Unsafe.Add(ref dx, at);
                place = accumulate ? place + pulled : pulled;
            }
        }
    }

    private static bool IsZero(ref T column, in Grouping grouping)
    {
        bool isZero = true;
        for (int n = 0; n < grouping.Batch && isZero; n++) { isZero = T.IsZero(Unsafe.Add(ref column, (nint)n * grouping.Groups)); }
        return isZero;
    }

    /// <summary>Adds sums of some rows to those of all, and starts them anew.</summary>
    internal static void Flush(Span<T> part, Span<double> sums)
    {
        for (int c = 0; c < part.Length; c++) { sums[c] += double.CreateTruncating(part[c]); }
        part.Clear();
    }

    private static void SumAround(ref T x, in Grouping grouping, Span<T> shifts, in Room room)
    {
        Span<T> sums = room.Row(0), squares = room.Row(1);
        room.Clear();
        for (int n = 0; n < grouping.Batch; n++)
        {
            CenteredColumns<T, R>.AddAround(ref Unsafe.Add(ref x, (nint)n * shifts.Length), ref shifts[0], ref sums[0], ref squares[0], shifts.Length);
            if (n % Rows == Rows - 1 || n == grouping.Batch - 1) { room.Flush(); }
        }
        for (int c = 0; c < shifts.Length; c++)
        {
            if (!double.IsPositiveInfinity(room.Products[c])) { continue; }
            (room.Sums[c], room.Products[c]) = Center<T>.SumsAround(ref Unsafe.Add(ref x, c), grouping.Batch, shifts.Length, shifts[c]);
        }
    }

    private static void SumProducts(ref T x, in Grouping grouping, Centers<T> centers, ref T dy, in Room room)
    {
        Span<T> sums = room.Row(0), products = room.Row(1);
        room.Clear();
        for (int n = 0; n < grouping.Batch; n++)
        {
            nint at = (nint)n * sums.Length;
            CenteredColumns<T, R>.AddProducts(ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), ref sums[0], ref products[0], sums.Length, centers);
            if (n % Rows == Rows - 1 || n == grouping.Batch - 1) { room.Flush(); }
        }
        for (int c = 0; c < sums.Length; c++)
        {
            Center<T> center = centers[c];
            if (center.IsRegular) { continue; }
            room.Products[c] = 0;
            for (int n = 0; n < grouping.Batch; n++)
            {
                nint at = ((nint)n * sums.Length) + c;
                room.Products[c] += double.CreateTruncating(center.Product(Unsafe.Add(ref x, at), Unsafe.Add(ref dy, at)));
            }
        }
    }

    /// <summary>Borrowed memory: three rows, and two of sums.</summary>
    private readonly ref struct Room
    {
        private readonly int columns;
        private readonly T[] rows;
        private readonly double[] sums;

        internal Room(int columns)
        {
            this.columns = columns;
            rows = ArrayPool<T>.Shared.Rent(3 * columns);
            sums = ArrayPool<double>.Shared.Rent(2 * columns);
        }

        internal Span<double> Sums => sums.AsSpan(0, columns);

        internal Span<double> Products => sums.AsSpan(columns, columns);

        internal Span<T> Row(int number) => rows.AsSpan(number * columns, columns);

        /// <summary>Numbers that were given, or the same one in all of a row.</summary>
        internal ref T Or(ReadOnlySpan<T> given, int number, T otherwise)
        {
            if (!given.IsEmpty) { return ref MemoryMarshal.GetReference(given); }
            Row(number).Fill(otherwise);
            return ref MemoryMarshal.GetReference(Row(number));
        }

        internal void Clear()
        {
            rows.AsSpan(0, 2 * columns).Clear();
            sums.AsSpan(0, 2 * columns).Clear();
        }

        internal void Flush() => ColumnSums<T, R>.Flush(rows.AsSpan(0, 2 * columns), sums.AsSpan(0, 2 * columns));

        internal void Dispose()
        {
            ArrayPool<T>.Shared.Return(rows);
            ArrayPool<double>.Shared.Return(sums);
        }
    }
}
