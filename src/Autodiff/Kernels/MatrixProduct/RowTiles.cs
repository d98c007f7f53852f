namespace Autodiff.Kernels;

/// <summary>The rows of C shared out among the fewest tiles: all nearly as high, because a low tile keeps the arithmetic waiting.</summary>
internal readonly struct RowTiles
{
    internal RowTiles(int rows, int most)
    {
        Count = rows <= most ? 1 : ((rows - 1) / most) + 1;
        Lowest = Count == 1 ? rows : rows / Count;
        Higher = rows - (Lowest * Count);
    }

    internal int Count { get; }

    /// <summary>How many tiles, the first ones, have a row more than the others.</summary>
    internal int Higher { get; }

    /// <summary>The rows of the others.</summary>
    internal int Lowest { get; }

    internal int Rows(int tile) => tile < Higher ? Lowest + 1 : Lowest;

    internal int Start(int tile) => (tile * Lowest) + Math.Min(tile, Higher);
}
