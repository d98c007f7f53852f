using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>
/// A product in lanes of one width: C in tiles, B in panels of two lanes of columns, the inner index in stretches, whose sums are added up in C.
/// Stretches depend on the inner size alone, so an element has the same bits whatever the number of rows.
/// </summary>
internal readonly unsafe struct LaneProduct<T, R> : IProductPath<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    /// <summary>The longest stretch of the inner index.</summary>
    private const int Deepest = 512;

    /// <summary>The number of terms up to which a product is mostly writing, which is done along rows then.</summary>
    private const int Shallow = 4;

    /// <summary>The tiles whose rows of A stay in the second cache while the panels of B pass.</summary>
    private const int TilesAtOnce = 8;

    /// <summary>The bytes of B that are packed at once.</summary>
    private const int PackedBytes = 4 << 20;

    /// <summary>The columns of a panel.</summary>
    private static int PanelColumns
    {
        [MethodImpl(AggressiveInlining)]
        get => 2 * R.Count;
    }

    /// <summary>The rows of a tile: two lanes of sums in each fill three quarters of the registers.</summary>
    private static int MostRows
    {
        [MethodImpl(AggressiveInlining)]
        get => Registers.AreMany<T, R>() ? 12 : 6;
    }

    [MethodImpl(AggressiveOptimization)]
    public static void Multiply(in Product<T> product)
    {
        if (product.Columns == 1 && ColumnProduct<T, R>.Multiply(product)) { return; }
        RowTiles tiles = new(product.Rows, MostRows);
        bool packB = PacksB(product);
        int depth = Depth(product.Inner), widest = packB ? Math.Max(PackedBytes / (depth * sizeof(T)) & -PanelColumns, PanelColumns) : product.Columns;
        for (nint j = 0; j < product.Columns; j += widest)
        {
            for (nint k = 0; k < product.Inner; k += depth)
            {
                Block<T> block = new(
                    product.A.From(0, k), product.B.From(k, j), product.EndOfB, product.C.From(0, j),
                    Math.Min(depth, product.Inner - k), Math.Min(widest, product.Columns - j), k > 0 || product.Accumulate);
                if (packB) { MultiplyPacked(block, tiles); }
                else if (product.Rows == 2 && Registers.AreMany<T, R>()) { MultiplyWide<Rows2>(block, 2); }
                else if (product.Rows == 1 || product.Inner <= Shallow) { MultiplyWide<Rows1>(block, product.Rows); }
                else { MultiplyDirect(block, tiles); }
            }
        }
    }

    /// <summary>The length of a stretch: all are nearly as long, and all but the last a multiple of 8.</summary>
    private static int Depth(int inner)
    {
        if (inner <= Deepest) { return inner; }
        int stretches = (int)(((uint)inner + Deepest - 1) / Deepest);
        return (((inner - 1) / stretches) + 8) & ~7;
    }

    // Elements of a row must be adjacent. A matrix that no near cache holds is packed if its panels are read often enough.
    private static bool PacksB(in Product<T> product)
    {
        if (product.B.Column != 1) { return product.Columns > 1; }
        if (product.Rows <= 4 * MostRows || product.Inner <= Shallow) { return false; }
        nint row = product.B.Row * sizeof(T);
        return (long)product.Inner * product.Columns * sizeof(T) > 768 << 10
            || (long)product.Rows * product.Columns * product.Inner > 4 << 20
            || (row >= 4096 && row % 2048 == 0);
    }

    // A's rows are packed where they would meet in few sets of the cache, or lie a page apart.
    private static bool PacksA(in Block<T> block)
    {
        nint row = block.A.Row * sizeof(T), column = block.A.Column * sizeof(T);
        return block.Columns >= 4 * PanelColumns && (block.A.Column == 1 ? row >= 2048 && row % 1024 == 0 : column >= 4096);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyDirect(in Block<T> block, RowTiles tiles)
    {
        for (nint j = 0; j < block.Columns; j += PanelColumns)
        {
            T* b = block.B.From(0, j).Start;
            nint whole = block.Columns - j <= R.Count ? block.WholeRows(b, R.Count) : 0;
            MultiplyPanel(block, b, block.B.Row, whole, j, tiles, 0, tiles.Count, null);
        }
    }

    // Where the tiles are few, a panel is packed, used up, and its memory used again.
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyPacked(in Block<T> block, RowTiles tiles)
    {
        bool packA = PacksA(block), atOnce = tiles.Count <= TilesAtOnce;
        nint panels = (block.Columns + PanelColumns - 1) / PanelColumns, sizeOfPanel = PanelColumns * block.Depth;
        nint sizeOfB = atOnce ? sizeOfPanel : panels * sizeOfPanel;
        T* packedB = PackingBuffer.Get<T>(sizeOfB + (packA ? TilesAtOnce * MostRows * block.Depth : 0));
        T* packedA = packA ? packedB + sizeOfB : null;
        for (int first = 0; first < tiles.Count; first += TilesAtOnce)
        {
            int end = Math.Min(first + TilesAtOnce, tiles.Count);
            if (packA) { PackA(block, tiles, first, end, packedA); }
            for (nint panel = 0; panel < panels; panel++)
            {
                nint j = panel * PanelColumns;
                T* packed = atOnce ? packedB : packedB + (panel * sizeOfPanel);
                if (first == 0)
                {
                    Packing<T>.Copy(block.B.From(0, j), block.Depth, Math.Min(PanelColumns, block.Columns - j), packed, PanelColumns);
                }
                MultiplyPanel(block, packed, PanelColumns, block.Depth, j, tiles, first, end, packedA);
            }
        }
    }

    private static void PackA(in Block<T> block, RowTiles tiles, int first, int end, T* packed)
    {
        Strided<T> transposed = new(block.A.Start, block.A.Column, block.A.Row);
        for (int tile = first; tile < end; tile++)
        {
            int rows = tiles.Rows(tile);
            Packing<T>.Copy(transposed.From(0, tiles.Start(tile)), block.Depth, rows, packed, rows);
            packed += rows * block.Depth;
        }
    }

    // The panel is read from the nearest cache by all tiles but the first.
    [MethodImpl(AggressiveInlining)]
    private static void MultiplyPanel(in Block<T> block, T* b, nint bRow, nint whole, nint j, RowTiles tiles, int first, int end, T* packedA)
    {
        int border = Math.Clamp(tiles.Higher, first, end);
        if (first < border) { MultiplyTiles(block, b, bRow, whole, j, tiles, first, border, packedA); }
        if (packedA is not null) { packedA += (border - first) * (tiles.Lowest + 1) * block.Depth; }
        if (border < end) { MultiplyTiles(block, b, bRow, whole, j, tiles, border, end, packedA); }
    }

    // All of the same number of rows.
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyTiles(in Block<T> block, T* b, nint bRow, nint whole, nint j, RowTiles tiles, int first, int end, T* packedA)
    {
        int rows = tiles.Rows(first), start = tiles.Start(first);
        Strided<T> a = packedA is null ? block.A.From(start, 0) : new(packedA, 1, rows), panel = new(b, bRow, 1);
        nint columns = Math.Min(PanelColumns, block.Columns - j), nextOfA = rows * (packedA is null ? a.Row : block.Depth);
        TileColumn<T> column = new(end - first, block.Depth, a, nextOfA, panel, whole, block.C.From(start, j), columns, block.Accumulate);
        if (columns > R.Count) { Tiles<T, R, TwoLanes>.Multiply(rows, column); }
        else { Tiles<T, R, OneLane>.Multiply(rows, column); }
    }

    // In wide tiles of one row or two, as far as columns suffice.
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyWide<TRows>(in Block<T> block, int rows)
        where TRows : struct, IRowCount
    {
        int step = WideTile<T, R, TRows>.Columns;
        nint wide = block.Columns - (block.Columns % step);
        for (nint i = 0; i < rows; i += TRows.Count)
        {
            for (nint j = 0; j < wide; j += step)
            {
                WideTile<T, R, TRows>.Multiply(block.Depth, block.A.From(i, 0), block.B.From(0, j), block.C.From(i, j), block.Accumulate);
            }
        }
        if (wide < block.Columns)
        {
            MultiplyDirect(block with { B = block.B.From(0, wide), C = block.C.From(0, wide), Columns = block.Columns - wide }, new(rows, MostRows));
        }
    }
}
