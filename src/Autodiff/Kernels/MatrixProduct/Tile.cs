using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>
/// The innermost loop of a product: a tile of C, some rows by one or two lanes, whose sums stay in registers. Every sum starts at 0 and
/// takes its terms in the order of the inner index, so an element has the same bits in a tile of any number of rows.
/// </summary>
/// <remarks>
/// Written out row by row, because the JIT keeps locals in registers, but no array and no struct of many fields. Nothing is called inside:
/// a call would save all registers.
/// </remarks>
internal static unsafe class Tile<T, R, TRows, TColumns>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
    where TRows : struct, IRowCount
    where TColumns : struct, ITileColumns
{
    [MethodImpl(AggressiveOptimization)]
    internal static void Multiply(in TileColumn<T> column)
    {
        // Rows of A are reached from every third one: an address has one factor, and there are too few registers for twelve addresses.
        nint depth = column.Depth, stride = column.A.Row, twice = 2 * stride, next = column.A.Column, nextOfB = column.B.Row;
        nint columns = column.Columns, last = columns - R.Count, whole = column.WholeRows, down = column.C.Row;
        T* a = column.A.Start, c = column.C.Start;
        for (int tile = 0; tile < column.Tiles; tile++)
        {
            T* a0 = a, a3 = a0 + stride + twice, a6 = a3 + stride + twice, a9 = a6 + stride + twice, b = column.B.Start;
            TileRow<T, R, TColumns> row0 = default, row1 = default, row2 = default, row3 = default, row4 = default, row5 = default;
            TileRow<T, R, TColumns> row6 = default, row7 = default, row8 = default, row9 = default, row10 = default, row11 = default;
            for (nint k = 0; k < depth; k++)
            {
                R first = TColumns.IsPair || k < whole ? R.Load(ref *b) : R.Load(ref *b, (int)columns);
                R second = TColumns.IsPair ? R.Load(ref b[last]) : default;
                if (TRows.Count > 0) { row0.Add(*a0, first, second); }
                if (TRows.Count > 1) { row1.Add(a0[stride], first, second); }
                if (TRows.Count > 2) { row2.Add(a0[twice], first, second); }
                if (TRows.Count > 3) { row3.Add(*a3, first, second); }
                if (TRows.Count > 4) { row4.Add(a3[stride], first, second); }
                if (TRows.Count > 5) { row5.Add(a3[twice], first, second); }
                if (TRows.Count > 6) { row6.Add(*a6, first, second); }
                if (TRows.Count > 7) { row7.Add(a6[stride], first, second); }
                if (TRows.Count > 8) { row8.Add(a6[twice], first, second); }
                if (TRows.Count > 9) { row9.Add(*a9, first, second); }
                if (TRows.Count > 10) { row10.Add(a9[stride], first, second); }
                if (TRows.Count > 11) { row11.Add(a9[twice], first, second); }
                a0 += next;
                if (TRows.Count > 3) { a3 += next; }
                if (TRows.Count > 6) { a6 += next; }
                if (TRows.Count > 9) { a9 += next; }
                b += nextOfB;
            }
            if (column.Accumulate)
            {
                if (TRows.Count > 0) { row0.AddOld(c + (0 * down), columns); }
                if (TRows.Count > 1) { row1.AddOld(c + (1 * down), columns); }
                if (TRows.Count > 2) { row2.AddOld(c + (2 * down), columns); }
                if (TRows.Count > 3) { row3.AddOld(c + (3 * down), columns); }
                if (TRows.Count > 4) { row4.AddOld(c + (4 * down), columns); }
                if (TRows.Count > 5) { row5.AddOld(c + (5 * down), columns); }
                if (TRows.Count > 6) { row6.AddOld(c + (6 * down), columns); }
                if (TRows.Count > 7) { row7.AddOld(c + (7 * down), columns); }
                if (TRows.Count > 8) { row8.AddOld(c + (8 * down), columns); }
                if (TRows.Count > 9) { row9.AddOld(c + (9 * down), columns); }
                if (TRows.Count > 10) { row10.AddOld(c + (10 * down), columns); }
                if (TRows.Count > 11) { row11.AddOld(c + (11 * down), columns); }
            }
            if (TRows.Count > 0) { row0.Store(c + (0 * down), columns); }
            if (TRows.Count > 1) { row1.Store(c + (1 * down), columns); }
            if (TRows.Count > 2) { row2.Store(c + (2 * down), columns); }
            if (TRows.Count > 3) { row3.Store(c + (3 * down), columns); }
            if (TRows.Count > 4) { row4.Store(c + (4 * down), columns); }
            if (TRows.Count > 5) { row5.Store(c + (5 * down), columns); }
            if (TRows.Count > 6) { row6.Store(c + (6 * down), columns); }
            if (TRows.Count > 7) { row7.Store(c + (7 * down), columns); }
            if (TRows.Count > 8) { row8.Store(c + (8 * down), columns); }
            if (TRows.Count > 9) { row9.Store(c + (9 * down), columns); }
            if (TRows.Count > 10) { row10.Store(c + (10 * down), columns); }
            if (TRows.Count > 11) { row11.Store(c + (11 * down), columns); }
            a += column.NextOfA;
            c += TRows.Count * down;
        }
    }
}
