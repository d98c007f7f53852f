namespace Autodiff.Kernels;

/// <summary>Tiles of C one below the other, all of the same number of rows: what a panel of B is multiplied into.</summary>
/// <param name="Tiles">How many.</param>
/// <param name="Depth">The number of terms of a sum.</param>
/// <param name="A">The rows of A for the first tile.</param>
/// <param name="NextOfA">The distance in A from a tile to the next.</param>
/// <param name="B">The panel: its columns are adjacent.</param>
/// <param name="WholeRows">How many rows of the panel, from the first, have readable memory for a full lane; asked by tiles of one lane.</param>
/// <param name="C">The first tile.</param>
/// <param name="Columns">The number of columns: at most one lane, or for two lanes from one to two.</param>
/// <param name="Accumulate">Whether to add to C.</param>
internal readonly record struct TileColumn<T>(
    int Tiles, nint Depth, Strided<T> A, nint NextOfA, Strided<T> B, nint WholeRows, Strided<T> C, nint Columns, bool Accumulate)
    where T : unmanaged;
