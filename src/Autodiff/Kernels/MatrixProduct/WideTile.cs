using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A tile of one row and sixteen lanes, or of two rows and eight: the few sums of a narrow one would wait for each other.</summary>
/// <remarks>Where registers are few, a tile is one row and eight lanes.</remarks>
internal static unsafe class WideTile<T, R, TRows>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
    where TRows : struct, IRowCount
{
    /// <summary>The columns of the tile: each of its eight or four sums is two lanes.</summary>
    internal static int Columns
    {
        [MethodImpl(AggressiveInlining)]
        get => (HasHalf ? 16 : 8) / TRows.Count * R.Count;
    }

    // Whether there is a second half of sums.
    private static bool HasHalf
    {
        [MethodImpl(AggressiveInlining)]
        get => Registers.AreMany<T, R>();
    }

    // The second half of the sums goes on to the right, or is the second row.
    [MethodImpl(AggressiveOptimization)]
    internal static void Multiply(nint depth, Strided<T> a, Strided<T> b, Strided<T> c, bool accumulate)
    {
        T* factor = a.Start, row = b.Start;
        nint pair = 2 * R.Count;
        TileRow<T, R, TwoLanes> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        TileRow<T, R, TwoLanes> sum4 = default, sum5 = default, sum6 = default, sum7 = default;
        for (nint k = 0; k < depth; k++)
        {
            T x = *factor, y = TRows.Count == 1 ? x : factor[a.Row];
            T* half = TRows.Count == 1 ? row + (8 * R.Count) : row;
            sum0.Add(x, R.Load(ref row[0]), R.Load(ref row[R.Count]));
            sum1.Add(x, R.Load(ref row[2 * R.Count]), R.Load(ref row[3 * R.Count]));
            sum2.Add(x, R.Load(ref row[4 * R.Count]), R.Load(ref row[5 * R.Count]));
            sum3.Add(x, R.Load(ref row[6 * R.Count]), R.Load(ref row[7 * R.Count]));
            if (HasHalf) { sum4.Add(y, R.Load(ref half[0]), R.Load(ref half[R.Count])); }
            if (HasHalf) { sum5.Add(y, R.Load(ref half[2 * R.Count]), R.Load(ref half[3 * R.Count])); }
            if (HasHalf) { sum6.Add(y, R.Load(ref half[4 * R.Count]), R.Load(ref half[5 * R.Count])); }
            if (HasHalf) { sum7.Add(y, R.Load(ref half[6 * R.Count]), R.Load(ref half[7 * R.Count])); }
            factor += a.Column;
            row += b.Row;
        }
        T* upper = c.Start, lower = TRows.Count == 1 ? upper + (4 * pair) : upper + c.Row;
        if (accumulate)
        {
            sum0.AddOld(upper + (0 * pair), pair);
            sum1.AddOld(upper + (1 * pair), pair);
            sum2.AddOld(upper + (2 * pair), pair);
            sum3.AddOld(upper + (3 * pair), pair);
            if (HasHalf) { sum4.AddOld(lower + (0 * pair), pair); }
            if (HasHalf) { sum5.AddOld(lower + (1 * pair), pair); }
            if (HasHalf) { sum6.AddOld(lower + (2 * pair), pair); }
            if (HasHalf) { sum7.AddOld(lower + (3 * pair), pair); }
        }
        sum0.Store(upper + (0 * pair), pair);
        sum1.Store(upper + (1 * pair), pair);
        sum2.Store(upper + (2 * pair), pair);
        sum3.Store(upper + (3 * pair), pair);
        if (HasHalf) { sum4.Store(lower + (0 * pair), pair); }
        if (HasHalf) { sum5.Store(lower + (1 * pair), pair); }
        if (HasHalf) { sum6.Store(lower + (2 * pair), pair); }
        if (HasHalf) { sum7.Store(lower + (3 * pair), pair); }
    }
}
