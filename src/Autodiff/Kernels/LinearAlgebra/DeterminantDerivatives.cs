using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Derivatives of the determinants of square matrices, singular ones too: polynomials, so that nothing is divided by det A.</summary>
/// <remarks>
/// With P A Q = L D V the determinant of A + X is ± det(D + X'), whose derivatives at the diagonal matrix D are sums of few products of its elements:
/// those without one, two, or three of them.
/// </remarks>
internal static class DeterminantDerivatives
{
    // Up to this condition number the inverse is as accurate as the decomposition that needs no division, and much faster.
    private static T WellConditioned<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(Unsafe.SizeOf<T>() == sizeof(double) ? 8192 : 64);

    /// <summary>y = det(A) A⁻ᵀ, the cofactors of A.</summary>
    internal static void First<T>(Elements<T> a, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        if (y.IsEmpty) { return; }
        using LuDecomposition<T> lu = new(n);
        using CompleteDecomposition<T> complete = new(n);
        T[] rented = ArrayPool<T>.Shared.Rent(size);
        Span<T> work = rented.AsSpan(0, size);
        for (int number = 0; number * size < y.Length; number++)
        {
            Span<T> cofactors = y.Slice(number * size, size);
            if (TryInvert(a, number, lu, cofactors, work)) { continue; }
            complete.Decompose(a, number);
            work.Clear();
            for (int i = 0; i < n; i++) { work[(i * n) + i] = complete.Without(i); }
            complete.TransformBack(work, cofactors);
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    /// <summary>y = the gradient of ⟨the cofactors of A, G⟩ by A.</summary>
    internal static void Second<T>(Elements<T> a, Elements<T> g, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        if (y.IsEmpty) { return; }
        using CompleteDecomposition<T> complete = new(n);
        T[] rented = ArrayPool<T>.Shared.Rent(2 * size);
        Span<T> h = rented.AsSpan(0, size), m = rented.AsSpan(size, size);
        for (int number = 0; number * size < y.Length; number++)
        {
            complete.Decompose(a, number);
            complete.Transform(g, number, h, m);
            m.Clear();
            for (int i = 0; i < n; i++)
            {
                for (int j = i + 1; j < n; j++)
                {
                    // All is transposed alike.
                    T weight = complete.Without(i, j);
                    m[(i * n) + i] += weight * h[(j * n) + j];
                    m[(j * n) + j] += weight * h[(i * n) + i];
                    m[(i * n) + j] = -(weight * h[(j * n) + i]);
                    m[(j * n) + i] = -(weight * h[(i * n) + j]);
                }
            }
            complete.TransformBack(m, y.Slice(number * size, size));
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    /// <summary>y = the gradient by A of what <see cref="Second"/> gives for G, weighted with K.</summary>
    internal static void Third<T>(Elements<T> a, Elements<T> g, Elements<T> k, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1], size = n * n;
        if (y.IsEmpty) { return; }
        using CompleteDecomposition<T> complete = new(n);
        T[] rented = ArrayPool<T>.Shared.Rent(3 * size);
        Span<T> first = rented.AsSpan(0, size), second = rented.AsSpan(size, size), m = rented.AsSpan(2 * size, size);
        for (int number = 0; number * size < y.Length; number++)
        {
            complete.Decompose(a, number);
            complete.Transform(g, number, first, m);
            complete.Transform(k, number, second, m);
            m.Clear();
            AddMinors(complete, first, second, m, n);
            complete.TransformBack(m, y.Slice(number * size, size));
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    // For each three rows, all permutations: one row from g, one from k, and one by which the derivative is taken.
    private static void AddMinors<T>(in CompleteDecomposition<T> complete, ReadOnlySpan<T> g, ReadOnlySpan<T> k, Span<T> m, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++)
            {
                for (int c = b + 1; c < n; c++)
                {
                    T weight = complete.Without(a, b, c);
                    AddMinor(g, k, m, n, a, b, c, weight);
                    AddMinor(g, k, m, n, b, c, a, weight);
                    AddMinor(g, k, m, n, c, a, b, weight);
                }
            }
        }
    }

    private static void AddMinor<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> k, Span<T> m, int n, int a, int b, int c, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int aa, int ab, int ac) = ((a * n) + a, (a * n) + b, (a * n) + c);
        (int ba, int bb, int bc) = ((b * n) + a, (b * n) + b, (b * n) + c);
        (int ca, int cb, int cc) = ((c * n) + a, (c * n) + b, (c * n) + c);
        m[aa] += weight * ((g[bb] * k[cc]) + (g[cc] * k[bb]) - (g[bc] * k[cb]) - (g[cb] * k[bc]));
        m[ab] += weight * ((g[bc] * k[ca]) + (k[bc] * g[ca]) - (g[ba] * k[cc]) - (k[ba] * g[cc]));
        m[ac] += weight * ((g[cb] * k[ba]) + (k[cb] * g[ba]) - (g[ca] * k[bb]) - (k[ca] * g[bb]));
    }

    // det(A) A⁻ᵀ, unless A is near a singular matrix, whose inverse would lose what the cofactors still have.
    private static bool TryInvert<T>(Elements<T> a, int number, LuDecomposition<T> lu, Span<T> cofactors, Span<T> work)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = a.Shape[-1];
        lu.Decompose(a, number);
        if (lu.ZeroPivot >= 0) { return false; }
        Rows.Identity(cofactors, n);
        lu.Solve(cofactors, n, transposed: true);
        StridedCopy.Gather(a, number * n * n, work);
        if (!(GreatestRow(work, n) * GreatestRow(cofactors, n) <= WellConditioned<T>())) { return false; }
        T determinant = lu.Determinant;

        // The cofactors may be ordinary numbers where the determinant overflows or vanishes.
        if (!T.IsNormal(determinant)) { return false; }
        foreach (ref T element in cofactors) { element *= determinant; }
        return true;
    }

    // A norm of the matrix: the greatest sum of the absolute values of a row. That of the transposed inverse may differ from that of the inverse by a
    // factor n, which a measure of the condition can bear.
    private static T GreatestRow<T>(ReadOnlySpan<T> a, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = T.Zero;
        for (int i = 0; i < n; i++)
        {
            T sum = T.Zero;
            foreach (T element in a.Slice(i * n, n)) { sum += T.Abs(element); }
            greatest = T.Max(greatest, sum);
        }
        return greatest;
    }
}
