using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>Copies a block of a matrix so that the elements of a row are adjacent.</summary>
internal static unsafe class Packing<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The rows of the source that are transposed together: what is written of them stays in the nearest cache.</summary>
    private const int Stretch = 64;

    /// <summary>Copies a block of some rows and columns; behind the columns of a row the target is left alone.</summary>
    internal static void Copy(Strided<T> source, nint rows, nint columns, T* target, nint targetRow)
    {
        if (source.Column == 1) { CopyRows(source, rows, columns, target, targetRow); }
        else if (source.Row == 1 && rows >= Vector128<T>.Count && columns >= Vector128<T>.Count) { Transpose(source, rows, columns, target, targetRow); }
        else { CopyElements(source, rows, columns, target, targetRow); }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void CopyRows(Strided<T> source, nint rows, nint columns, T* target, nint targetRow)
    {
        T* from = source.Start;
        for (nint i = 0; i < rows; i++, from += source.Row, target += targetRow)
        {
            if (columns >= Vector512<T>.Count)
            {
                for (nint j = 0; j < columns - Vector512<T>.Count; j += Vector512<T>.Count) { Vector512.Load(from + j).Store(target + j); }
                Vector512.Load(from + columns - Vector512<T>.Count).Store(target + columns - Vector512<T>.Count);
            }
            else if (columns >= Vector128<T>.Count)
            {
                for (nint j = 0; j < columns - Vector128<T>.Count; j += Vector128<T>.Count) { Vector128.Load(from + j).Store(target + j); }
                Vector128.Load(from + columns - Vector128<T>.Count).Store(target + columns - Vector128<T>.Count);
            }
            else
            {
                for (nint j = 0; j < columns; j++) { target[j] = from[j]; }
            }
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void CopyElements(Strided<T> source, nint rows, nint columns, T* target, nint targetRow)
    {
        for (nint i = 0; i < rows; i++, target += targetRow)
        {
            T* from = source.From(i, 0).Start;
            for (nint j = 0; j < columns; j++, from += source.Column) { target[j] = *from; }
        }
    }

    // Squares of a vector by a vector; the last ones of a row or column overlap those before and write the same again.
    [MethodImpl(AggressiveOptimization)]
    private static void Transpose(Strided<T> source, nint rows, nint columns, T* target, nint targetRow)
    {
        nint side = Vector128<T>.Count, lastColumn = columns - side;
        for (nint top = 0; top < rows; top += Stretch)
        {
            nint first = Math.Min(top, rows - side), last = Math.Min(top + Stretch, rows) - side;
            for (nint j = 0; ; j = Math.Min(j + side, lastColumn))
            {
                TransposeSquares(source.From(first, j), last - first, target + (first * targetRow) + j, targetRow);
                if (j == lastColumn) { break; }
            }
        }
    }

    // Squares one below the other, the last one at a given distance from the first.
    [MethodImpl(AggressiveInlining)]
    private static void TransposeSquares(Strided<T> source, nint last, T* target, nint targetRow)
    {
        T* from = source.Start;
        nint side = Vector128<T>.Count, next = source.Column, i = 0;
        for (; i < last; i += side, from += side, target += side * targetRow) { TransposeSquare(from, next, target, targetRow); }
        TransposeSquare(from + last - i, next, target + ((last - i) * targetRow), targetRow);
    }

    // Interleaving rows i and i + n/2 moves the lowest bit of the row's index to the place of the column's: log n times, and they have changed places.
    [MethodImpl(AggressiveInlining)]
    private static void TransposeSquare(T* from, nint next, T* target, nint targetRow)
    {
        if (Vector128<T>.Count == 2)
        {
            Vector128<T> x = Vector128.Load(from), y = Vector128.Load(from + next);
            Low(x, y).Store(target);
            High(x, y).Store(target + targetRow);
        }
        else
        {
            T* lower = from + (2 * next), lowerTarget = target + (2 * targetRow);
            Vector128<T> w = Vector128.Load(from), x = Vector128.Load(from + next), y = Vector128.Load(lower), z = Vector128.Load(lower + next);
            Vector128<T> evenLow = Low(w, y), evenHigh = High(w, y), oddLow = Low(x, z), oddHigh = High(x, z);
            Low(evenLow, oddLow).Store(target);
            High(evenLow, oddLow).Store(target + targetRow);
            Low(evenHigh, oddHigh).Store(lowerTarget);
            High(evenHigh, oddHigh).Store(lowerTarget + targetRow);
        }
    }

    /// <summary>The lower halves interleaved.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Low(Vector128<T> x, Vector128<T> y)
    {
        if (typeof(T) == typeof(float))
        {
            if (Sse.IsSupported) { return Sse.UnpackLow(x.AsSingle(), y.AsSingle()).As<float, T>(); }
            if (AdvSimd.Arm64.IsSupported) { return AdvSimd.Arm64.ZipLow(x.AsSingle(), y.AsSingle()).As<float, T>(); }
            return Vector128.Create(x.AsSingle()[0], y.AsSingle()[0], x.AsSingle()[1], y.AsSingle()[1]).As<float, T>();
        }
        if (Sse2.IsSupported) { return Sse2.UnpackLow(x.AsDouble(), y.AsDouble()).As<double, T>(); }
        return Vector128.Create(x.GetLower(), y.GetLower());
    }

    /// <summary>The upper halves interleaved.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> High(Vector128<T> x, Vector128<T> y)
    {
        if (typeof(T) == typeof(float))
        {
            if (Sse.IsSupported) { return Sse.UnpackHigh(x.AsSingle(), y.AsSingle()).As<float, T>(); }
            if (AdvSimd.Arm64.IsSupported) { return AdvSimd.Arm64.ZipHigh(x.AsSingle(), y.AsSingle()).As<float, T>(); }
            return Vector128.Create(x.AsSingle()[2], y.AsSingle()[2], x.AsSingle()[3], y.AsSingle()[3]).As<float, T>();
        }
        if (Sse2.IsSupported) { return Sse2.UnpackHigh(x.AsDouble(), y.AsDouble()).As<double, T>(); }
        return Vector128.Create(x.GetUpper(), y.GetUpper());
    }
}
