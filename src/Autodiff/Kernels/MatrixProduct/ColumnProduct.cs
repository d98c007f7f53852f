using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A matrix times a column.</summary>
internal static unsafe class ColumnProduct<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    private const int RowsAtOnce = 4;

    /// <summary>Multiplies if the rows of A and the column are contiguous, or the columns of A and the result are.</summary>
    internal static bool Multiply(in Product<T> product)
    {
        if (product.IsDots) { Dots(product); }
        else if (product.A.Row == 1 && product.C.Row == 1 && product.Rows > 1) { LaneProduct<T, R>.Multiply(Transposed(product)); }
        else { return false; }
        return true;
    }

    // C' = B' A': a row times a matrix with contiguous rows. The order of summation stays.
    private static Product<T> Transposed(in Product<T> product) => product with
    {
        Rows = 1,
        Columns = product.Rows,
        A = Transposed(product.B),
        EndOfA = product.EndOfB,
        B = Transposed(product.A),
        EndOfB = product.EndOfA,
        C = Transposed(product.C),
    };

    private static Strided<T> Transposed(Strided<T> matrix) => new(matrix.Start, matrix.Column, matrix.Row);

    // Behind the last elements of the column are zeros here; behind those of a row of A a partial lane has finite numbers.
    [MethodImpl(AggressiveOptimization)]
    private static void Dots(in Product<T> product)
    {
        int rest = product.Inner % R.Count;
        T* last = stackalloc T[R.Count];
        new Span<T>(last, R.Count).Clear();
        new Span<T>(product.B.Start + product.Inner - rest, rest).CopyTo(new(last, rest));
        int i = 0;
        for (; i <= product.Rows - RowsAtOnce; i += RowsAtOnce) { Dots<Rows4>(product, i, last, rest); }
        for (; i < product.Rows; i++) { Dots<Rows1>(product, i, last, rest); }
    }

    // One row or four.
    [MethodImpl(AggressiveOptimization)]
    private static void Dots<TRows>(in Product<T> product, nint i, T* last, int rest)
        where TRows : struct, IRowCount
    {
        nint inner = product.Inner - rest, stride = product.A.Row, thrice = 3 * stride, k = 0;
        T* a = product.A.From(i, 0).Start, x = product.B.Start;
        Dot<T, R> row0 = default, row1 = default, row2 = default, row3 = default;
        for (; k <= inner - (2 * R.Count); k += 2 * R.Count)
        {
            R even = R.Load(ref x[k]), odd = R.Load(ref x[k + R.Count]);
            row0.Add(a, even, odd);
            if (TRows.Count > 1) { row1.Add(a + stride, even, odd); }
            if (TRows.Count > 1) { row2.Add(a + (2 * stride), even, odd); }
            if (TRows.Count > 1) { row3.Add(a + thrice, even, odd); }
            a += 2 * R.Count;
        }
        if (k < inner)
        {
            R even = R.Load(ref x[k]);
            row0.Add(a, even);
            if (TRows.Count > 1) { row1.Add(a + stride, even); }
            if (TRows.Count > 1) { row2.Add(a + (2 * stride), even); }
            if (TRows.Count > 1) { row3.Add(a + thrice, even); }
            a += R.Count;
        }
        if (rest > 0)
        {
            R odd = R.Load(ref *last);
            row0.AddLast(a, odd, rest);
            if (TRows.Count > 1) { row1.AddLast(a + stride, odd, rest); }
            if (TRows.Count > 1) { row2.AddLast(a + (2 * stride), odd, rest); }
            if (TRows.Count > 1) { row3.AddLast(a + thrice, odd, rest); }
        }
        Store(product, i, row0.Sum);
        if (TRows.Count > 1) { Store(product, i + 1, row1.Sum); }
        if (TRows.Count > 1) { Store(product, i + 2, row2.Sum); }
        if (TRows.Count > 1) { Store(product, i + 3, row3.Sum); }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Store(in Product<T> product, nint i, T sum)
    {
        T* c = product.C.From(i, 0).Start;
        *c = product.Accumulate ? *c + sum : sum;
    }
}
