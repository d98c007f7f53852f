using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Determinants of square matrices, which stand in the last two axes, by their LU decomposition.</summary>
internal static class Determinants
{
    /// <summary>y = det A, one after the other.</summary>
    internal static void Of<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using LuDecomposition<T> lu = new(a.Shape[-1]);
        for (int number = 0; number < y.Length; number++)
        {
            lu.Decompose(a, number);
            y[number] = lu.Determinant;
        }
    }

    /// <summary>The signs of the determinants, and the logarithms of their absolute values: 0 and -∞ where they are 0.</summary>
    internal static void SignsAndLogarithms<T>(Elements<T> a, Span<T> signs, Span<T> logarithms)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using LuDecomposition<T> lu = new(a.Shape[-1]);
        for (int number = 0; number < signs.Length; number++)
        {
            lu.Decompose(a, number);
            (signs[number], logarithms[number]) = lu.SignAndLogarithm;
        }
    }

    /// <summary>y = ln det A, and NaN where the determinant is negative.</summary>
    internal static void Logarithms<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using LuDecomposition<T> lu = new(a.Shape[-1]);
        for (int number = 0; number < y.Length; number++)
        {
            lu.Decompose(a, number);
            (T sign, T logarithm) = lu.SignAndLogarithm;
            y[number] = T.IsNegative(sign) ? T.NaN : logarithm;
        }
    }
}
