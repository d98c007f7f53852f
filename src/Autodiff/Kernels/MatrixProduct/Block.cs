namespace Autodiff.Kernels;

/// <summary>A stretch of the inner index of a product, for some columns of C.</summary>
/// <param name="A">All rows, and the columns of the stretch.</param>
/// <param name="B">The rows of the stretch, and the columns of C; elements of a row are adjacent, or else it is to be packed.</param>
/// <param name="EndOfB">The end of the memory of B.</param>
/// <param name="C">All rows.</param>
/// <param name="Depth">The length of the stretch.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Accumulate">Whether to add to C.</param>
internal readonly unsafe record struct Block<T>(Strided<T> A, Strided<T> B, nint EndOfB, Strided<T> C, nint Depth, nint Columns, bool Accumulate)
    where T : unmanaged
{
    /// <summary>How many rows of a panel of B have readable memory for a full lane.</summary>
    internal nint WholeRows(T* panel, int lane)
    {
        nint spare = ((EndOfB - (nint)panel) / sizeof(T)) - lane, rows = spare < 0 ? 0 : Depth;

        // Few steps: a row or two reach over the end, unless rows are far shorter than a lane.
        while (rows > 0 && (rows - 1) * B.Row > spare) { rows--; }
        return rows;
    }
}
