using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;
using Autodiff.Differentiation;

namespace Autodiff;

public static partial class Autograd
{
    /// <summary>The Jacobian of f: Rⁿ → Rᵐ: one recording, one sweep for each result, or for eight of them.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="outputs">m, the number of results.</param>
    /// <returns>m rows of n partial derivatives.</returns>
    public static T[,] Jacobian<T>(VectorFunction<Scalar<T>> function, ReadOnlySpan<T> point, int outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        T[,] jacobian = new T[outputs, point.Length];
        Jacobian(function, point, outputs, Elements(jacobian));
        return jacobian;
    }

    /// <summary>The Jacobian of f: Rⁿ → Rᵐ, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="outputs">m, the number of results.</param>
    /// <param name="jacobian">Receives m rows of n partial derivatives, one after the other.</param>
    /// <exception cref="ArgumentException">The destination has not length m n.</exception>
    public static void Jacobian<T>(VectorFunction<Scalar<T>> function, ReadOnlySpan<T> point, int outputs, Span<T> jacobian)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        int columns = point.Length;
        RequireMatrix(nameof(Jacobian), jacobian.Length, outputs, columns);
        using ReversePass<T> pass = new(columns, outputs);
        function(pass.Start(point), pass.Outputs);
        pass.PullEach(jacobian);
    }

    /// <summary>
    /// The Jacobian of f: Rⁿ → Rᵐ as compressed rows, where each result depends on few of the numbers: one recording, and from each result a sweep through
    /// the operations that it depends on and no others.
    /// </summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="outputs">m, the number of results.</param>
    /// <returns>Entries for the numbers that a result was computed from, also where the derivative is 0 at the point.</returns>
    public static CompressedRows<T> SparseJacobian<T>(VectorFunction<Scalar<T>> function, ReadOnlySpan<T> point, int outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        using ReversePass<T> pass = new(point.Length, outputs);
        function(pass.Start(point), pass.Outputs);
        return pass.PullSparse();
    }

    /// <summary>The Hessian of f: Rⁿ → R, forward over reverse: one sweep over dual numbers for each column.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <returns>n rows of n second derivatives.</returns>
    public static T[,] Hessian<T>(ScalarFunction<Scalar<Dual<T>>> function, ReadOnlySpan<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[,] hessian = new T[point.Length, point.Length];
        Hessian(function, point, Elements(hessian));
        return hessian;
    }

    /// <summary>The Hessian of f: Rⁿ → R, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="hessian">Receives n rows of n second derivatives, one after the other.</param>
    /// <exception cref="ArgumentException">The destination has not length n².</exception>
    public static void Hessian<T>(ScalarFunction<Scalar<Dual<T>>> function, ReadOnlySpan<T> point, Span<T> hessian)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = point.Length;
        RequireMatrix(nameof(Hessian), hessian.Length, n, n);
        T[] buffer = ArrayPool<T>.Shared.Rent(n);
        Span<T> direction = buffer.AsSpan(0, n);
        direction.Clear();
        for (int row = 0; row < n; row++)
        {
            // H is symmetric: its column is its row.
            direction[row] = T.One;
            HessianVectorProduct(function, point, direction, hessian.Slice(row * n, n));
            direction[row] = T.Zero;
        }
        ArrayPool<T>.Shared.Return(buffer);
    }

    private static Span<T> Elements<T>(T[,] matrix) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference((Array)matrix)), matrix.Length);

    private static void RequireMatrix(string function, int actual, int rows, int columns)
    {
        long expected = (long)rows * columns;
        if (actual != expected) { Throw.MatrixLength(function, actual, rows, columns); }
    }
}
