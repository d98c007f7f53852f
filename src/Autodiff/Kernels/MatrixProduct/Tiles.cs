using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The tiles of every number of rows.</summary>
internal static unsafe class Tiles<T, R, TColumns>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
    where TColumns : struct, ITileColumns
{
    /// <summary>Multiplies tiles of 1 to 12 rows.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Multiply(int rows, in TileColumn<T> column)
    {
        switch (rows)
        {
            case 1: Tile<T, R, Rows1, TColumns>.Multiply(column); break;
            case 2: Tile<T, R, Rows2, TColumns>.Multiply(column); break;
            case 3: Tile<T, R, Rows3, TColumns>.Multiply(column); break;
            case 4: Tile<T, R, Rows4, TColumns>.Multiply(column); break;
            case 5: Tile<T, R, Rows5, TColumns>.Multiply(column); break;
            case 6: Tile<T, R, Rows6, TColumns>.Multiply(column); break;
            case 7: Tile<T, R, Rows7, TColumns>.Multiply(column); break;
            case 8: Tile<T, R, Rows8, TColumns>.Multiply(column); break;
            case 9: Tile<T, R, Rows9, TColumns>.Multiply(column); break;
            case 10: Tile<T, R, Rows10, TColumns>.Multiply(column); break;
            case 11: Tile<T, R, Rows11, TColumns>.Multiply(column); break;
            case 12: Tile<T, R, Rows12, TColumns>.Multiply(column); break;
        }
    }
}
