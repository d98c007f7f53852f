using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A product without lanes, in the order of summation of the tiles: for the smallest ones, and where a machine has no lanes.</summary>
internal readonly unsafe struct PlainProduct<T> : IProductPath<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveOptimization)]
    public static void Multiply(in Product<T> product)
    {
        nint inner = product.Inner, columns = product.Columns, nextOfA = product.A.Column, nextOfB = product.B.Row, right = product.B.Column;
        bool accumulate = product.Accumulate;
        for (nint i = 0; i < product.Rows; i++)
        {
            T* a = product.A.From(i, 0).Start, b = product.B.Start, c = product.C.From(i, 0).Start;
            nint j = 0;
            for (; j <= columns - 4; j += 4, b += 4 * right)
            {
                T first = T.Zero, second = T.Zero, third = T.Zero, fourth = T.Zero;
                T* x = a, y = b;
                for (nint k = 0; k < inner; k++, x += nextOfA, y += nextOfB)
                {
                    first = Term.Add(*x, *y, first);
                    second = Term.Add(*x, y[right], second);
                    third = Term.Add(*x, y[2 * right], third);
                    fourth = Term.Add(*x, y[3 * right], fourth);
                }
                c[j] = accumulate ? c[j] + first : first;
                c[j + 1] = accumulate ? c[j + 1] + second : second;
                c[j + 2] = accumulate ? c[j + 2] + third : third;
                c[j + 3] = accumulate ? c[j + 3] + fourth : fourth;
            }
            for (; j < columns; j++, b += right)
            {
                T sum = T.Zero;
                T* x = a, y = b;
                for (nint k = 0; k < inner; k++, x += nextOfA, y += nextOfB) { sum = Term.Add(*x, *y, sum); }
                c[j] = accumulate ? c[j] + sum : sum;
            }
        }
    }
}
