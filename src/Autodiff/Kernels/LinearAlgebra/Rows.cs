using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>What elimination does to rows.</summary>
internal static class Rows
{
    // Below this length a call costs more than the lanes save.
    private const int Short = 12;

    /// <summary>y -= f x.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Subtract<T>(Span<T> y, ReadOnlySpan<T> x, T f)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Length < Short)
        {
            for (int i = 0; i < y.Length && i < x.Length; i++) { y[i] -= f * x[i]; }
        }
        else { TensorPrimitives.MultiplyAdd(x, -f, y, y); }
    }

    /// <summary>y /= f.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static void Divide<T>(Span<T> y, T f)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Length < Short)
        {
            for (int i = 0; i < y.Length; i++) { y[i] /= f; }
        }
        else { TensorPrimitives.Divide(y, f, y); }
    }

    /// <summary>Exchanges the elements of two rows.</summary>
    internal static void Exchange<T>(Span<T> a, Span<T> b)
        where T : unmanaged
    {
        for (int i = 0; i < a.Length && i < b.Length; i++) { (a[i], b[i]) = (b[i], a[i]); }
    }

    /// <summary>The transpose of n rows of n elements, in place.</summary>
    internal static void Transpose<T>(Span<T> a, int n)
        where T : unmanaged
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < i; j++) { (a[(i * n) + j], a[(j * n) + i]) = (a[(j * n) + i], a[(i * n) + j]); }
        }
    }

    /// <summary>The identity matrix of n rows.</summary>
    internal static void Identity<T>(Span<T> a, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        a.Clear();
        for (int i = 0; i < n; i++) { a[(i * n) + i] = T.One; }
    }
}
