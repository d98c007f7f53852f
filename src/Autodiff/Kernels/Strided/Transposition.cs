using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>Copies a plane whose rows are next to each other in the source and whose columns are next to each other in the target.</summary>
internal static class Transposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Memory moves in lines of 64 bytes. A strip of the target is as many rows as a line of the source has elements, so that each line
    // is read once; where it is cut by the strip, it is still in the second cache when the next strip reads the rest of it.
    private const int StripLength = 256;

    private static int StripRows
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 16 : 8;
    }

    // The side of a block that fits eight or four registers.
    private static int Side
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 8 : 4;
    }

    /// <summary>Copies or adds; <paramref name="row"/> steps by 1 in the source, <paramref name="column"/> by 1 in the target.</summary>
    internal static void Copy(ref T source, ref T target, Axis row, Axis column, bool accumulate)
    {
        for (int j = 0; j < column.Length; j += StripLength)
        {
            int columns = Math.Min(StripLength, column.Length - j);
            for (int i = 0; i < row.Length; i += StripRows)
            {
                ref T from = ref Unsafe.Add(ref source, ((nint)j * column.Source) + i);
                ref T to = ref Unsafe.Add(ref target, ((nint)i * row.Target) + j);
                Strip(ref from, column.Source, ref to, row.Target, Math.Min(StripRows, row.Length - i), columns, accumulate);
            }
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Strip(ref T source, nint sourceColumn, ref T target, nint targetRow, int rows, int columns, bool accumulate)
    {
        int wholeRows = Avx.IsSupported ? rows / Side * Side : 0, wholeColumns = columns / Side * Side;
        for (nint j = 0; j < wholeColumns; j += 2 * Side)
        {
            for (nint i = 0; i < wholeRows; i += Side)
            {
                // Two blocks fill a line of the target before it leaves the cache: lines a power of two apart have few places there.
                nint end = nint.Min(j + (2 * Side), wholeColumns);
                for (nint k = j; k < end; k += Side)
                {
                    ref T from = ref Unsafe.Add(ref source, (k * sourceColumn) + i);
                    ref T to = ref Unsafe.Add(ref target, (i * targetRow) + k);
                    if (typeof(T) == typeof(float)) { BlockOfEight(ref from, sourceColumn, ref to, targetRow, accumulate); }
                    else { BlockOfFour(ref from, sourceColumn, ref to, targetRow, accumulate); }
                }
            }
        }
        Single(ref source, sourceColumn, ref target, targetRow, wholeColumns, wholeRows, columns - wholeColumns, accumulate);
        Single(
            ref Unsafe.Add(ref source, wholeRows),
            sourceColumn,
            ref Unsafe.Add(ref target, wholeRows * targetRow),
            targetRow,
            0,
            rows - wholeRows,
            columns,
            accumulate);
    }

    // What blocks leave over.
    [MethodImpl(AggressiveInlining)]
    private static void Single(
        ref T source, nint sourceColumn, ref T target, nint targetRow, nint firstColumn, nint rows, int columns, bool accumulate)
    {
        for (nint j = firstColumn; j < firstColumn + columns; j++)
        {
            ref T from = ref Unsafe.Add(ref source, j * sourceColumn);
            ref T to = ref Unsafe.Add(ref target, j);
            for (nint i = 0; i < rows; i++)
            {
                T value = Unsafe.Add(ref from, i);
                to = accumulate ? to + value : value;
                to = ref Unsafe.Add(ref to, targetRow);
            }
        }
    }

    // Pairs of rows are interleaved element by element, then pairs of those by two elements, then halves are exchanged.
    [MethodImpl(AggressiveInlining)]
    private static void BlockOfEight(ref T source, nint step, ref T target, nint targetStep, bool accumulate)
    {
        (Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) = HalfOfEight(ref source, step);
        (Vector256<float> e, Vector256<float> f, Vector256<float> g, Vector256<float> h) = HalfOfEight(ref Unsafe.Add(ref source, 4 * step), step);
        Write(Avx.Permute2x128(a, e, 0x20), ref target, accumulate);
        Write(Avx.Permute2x128(b, f, 0x20), ref Unsafe.Add(ref target, targetStep), accumulate);
        Write(Avx.Permute2x128(c, g, 0x20), ref Unsafe.Add(ref target, 2 * targetStep), accumulate);
        Write(Avx.Permute2x128(d, h, 0x20), ref Unsafe.Add(ref target, 3 * targetStep), accumulate);
        Write(Avx.Permute2x128(a, e, 0x31), ref Unsafe.Add(ref target, 4 * targetStep), accumulate);
        Write(Avx.Permute2x128(b, f, 0x31), ref Unsafe.Add(ref target, 5 * targetStep), accumulate);
        Write(Avx.Permute2x128(c, g, 0x31), ref Unsafe.Add(ref target, 6 * targetStep), accumulate);
        Write(Avx.Permute2x128(d, h, 0x31), ref Unsafe.Add(ref target, 7 * targetStep), accumulate);
    }

    [MethodImpl(AggressiveInlining)]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) HalfOfEight(ref T source, nint step)
    {
        Vector256<float> first = Read(ref source), second = Read(ref Unsafe.Add(ref source, step));
        Vector256<float> third = Read(ref Unsafe.Add(ref source, 2 * step)), fourth = Read(ref Unsafe.Add(ref source, 3 * step));
        Vector256<float> low = Avx.UnpackLow(first, second), high = Avx.UnpackHigh(first, second);
        Vector256<float> nextLow = Avx.UnpackLow(third, fourth), nextHigh = Avx.UnpackHigh(third, fourth);
        return (Avx.Shuffle(low, nextLow, 0x44), Avx.Shuffle(low, nextLow, 0xEE), Avx.Shuffle(high, nextHigh, 0x44), Avx.Shuffle(high, nextHigh, 0xEE));
    }

    [MethodImpl(AggressiveInlining)]
    private static void BlockOfFour(ref T source, nint step, ref T target, nint targetStep, bool accumulate)
    {
        Vector256<double> first = Read(ref source).AsDouble(), second = Read(ref Unsafe.Add(ref source, step)).AsDouble();
        Vector256<double> third = Read(ref Unsafe.Add(ref source, 2 * step)).AsDouble(), fourth = Read(ref Unsafe.Add(ref source, 3 * step)).AsDouble();
        Vector256<double> low = Avx.UnpackLow(first, second), high = Avx.UnpackHigh(first, second);
        Vector256<double> nextLow = Avx.UnpackLow(third, fourth), nextHigh = Avx.UnpackHigh(third, fourth);
        Write(Avx.Permute2x128(low, nextLow, 0x20).AsSingle(), ref target, accumulate);
        Write(Avx.Permute2x128(high, nextHigh, 0x20).AsSingle(), ref Unsafe.Add(ref target, targetStep), accumulate);
        Write(Avx.Permute2x128(low, nextLow, 0x31).AsSingle(), ref Unsafe.Add(ref target, 2 * targetStep), accumulate);
        Write(Avx.Permute2x128(high, nextHigh, 0x31).AsSingle(), ref Unsafe.Add(ref target, 3 * targetStep), accumulate);
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Read(ref T source) => Vector256.LoadUnsafe(ref source).AsSingle();

    [MethodImpl(AggressiveInlining)]
    private static void Write(Vector256<float> bits, ref T target, bool accumulate)
    {
        Vector256<T> value = bits.As<float, T>();
        (accumulate ? Vector256.LoadUnsafe(ref target) + value : value).StoreUnsafe(ref target);
    }
}
