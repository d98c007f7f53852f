using System.Numerics;
namespace Autodiff.Kernels;

internal static class MatrixProduct
{
    internal static void Multiply<T>(int rows, int columns, int inner, ReadOnlySpan<T> a, int aRow, int aColumn, ReadOnlySpan<T> b, int bRow, int bColumn, Span<T> c, int cRow, bool accumulate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) { T s = accumulate ? c[i * cRow + j] : T.Zero; for (int k = 0; k < inner; k++) { s += a[i * aRow + k * aColumn] * b[k * bRow + j * bColumn]; } c[i * cRow + j] = s; }
        }
    }
}
