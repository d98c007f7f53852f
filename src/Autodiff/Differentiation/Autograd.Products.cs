using System.Buffers;
using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Differentiation;

namespace Autodiff;

public static partial class Autograd
{
    /// <summary>J v for f: Rⁿ → Rᵐ, in one forward pass.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="direction">The vector v, n numbers.</param>
    /// <param name="outputs">m, the number of results.</param>
    /// <exception cref="ArgumentException">The direction has not length n.</exception>
    public static T[] JacobianVectorProduct<T>(VectorFunction<Dual<T>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> direction, int outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        T[] product = new T[outputs];
        JacobianVectorProduct(function, point, direction, product);
        return product;
    }

    /// <summary>J v for f: Rⁿ → Rᵐ, in one forward pass, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="direction">The vector v, n numbers.</param>
    /// <param name="product">Receives J v; its length is m.</param>
    /// <exception cref="ArgumentException">The direction has not length n.</exception>
    public static void JacobianVectorProduct<T>(
        VectorFunction<Dual<T>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> direction, Span<T> product)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        RequireDirection(nameof(JacobianVectorProduct), direction.Length, point.Length);
        Dual<T>[] buffer = ArrayPool<Dual<T>>.Shared.Rent(point.Length + product.Length);
        Span<Dual<T>> x = buffer.AsSpan(0, point.Length), y = buffer.AsSpan(point.Length, product.Length);
        for (int i = 0; i < x.Length; i++) { x[i] = new(point[i], direction[i]); }
        y.Clear();
        function(x, y);
        for (int i = 0; i < y.Length; i++) { product[i] = y[i].Tangent; }
        ArrayPool<Dual<T>>.Shared.Return(buffer);
    }

    /// <summary>u' J for f: Rⁿ → Rᵐ, in one reverse sweep.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="cotangent">The vector u, m numbers.</param>
    public static T[] VectorJacobianProduct<T>(VectorFunction<Scalar<T>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] product = new T[point.Length];
        VectorJacobianProduct(function, point, cotangent, product);
        return product;
    }

    /// <summary>u' J for f: Rⁿ → Rᵐ, in one reverse sweep, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="cotangent">The vector u, m numbers.</param>
    /// <param name="product">Receives u' J, n numbers.</param>
    /// <exception cref="ArgumentException">The destination has not length n.</exception>
    public static void VectorJacobianProduct<T>(
        VectorFunction<Scalar<T>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> cotangent, Span<T> product)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        if (product.Length != point.Length) { Throw.DestinationLength(nameof(VectorJacobianProduct), product.Length, point.Length, "u' J"); }
        using ReversePass<T> pass = new(point.Length, cotangent.Length);
        function(pass.Start(point), pass.Outputs);
        pass.PullOutputs(cotangent, product);
    }

    /// <summary>H v for f: Rⁿ → R with Hessian H, forward over reverse: one sweep over dual numbers.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="direction">The vector v, n numbers.</param>
    public static T[] HessianVectorProduct<T>(ScalarFunction<Scalar<Dual<T>>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] product = new T[point.Length];
        HessianVectorProduct(function, point, direction, product);
        return product;
    }

    /// <summary>H v for f: Rⁿ → R with Hessian H, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="direction">The vector v, n numbers.</param>
    /// <param name="product">Receives H v, n numbers.</param>
    /// <exception cref="ArgumentException">The direction or the destination has not length n.</exception>
    public static void HessianVectorProduct<T>(
        ScalarFunction<Scalar<Dual<T>>> function, ReadOnlySpan<T> point, ReadOnlySpan<T> direction, Span<T> product)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDirection(nameof(HessianVectorProduct), direction.Length, point.Length);
        if (product.Length != point.Length) { Throw.DestinationLength(nameof(HessianVectorProduct), product.Length, point.Length, "H v"); }
        Dual<T>[] buffer = ArrayPool<Dual<T>>.Shared.Rent(2 * point.Length);
        Span<Dual<T>> x = buffer.AsSpan(0, point.Length), gradient = buffer.AsSpan(point.Length, point.Length);
        for (int i = 0; i < x.Length; i++) { x[i] = new(point[i], direction[i]); }
        ValueAndGradient(function, x, gradient);
        for (int i = 0; i < gradient.Length; i++) { product[i] = gradient[i].Tangent; }
        ArrayPool<Dual<T>>.Shared.Return(buffer);
    }

    private static void RequireDirection(string function, int actual, int expected)
    {
        if (actual != expected) { Throw.DirectionLength(function, actual, expected); }
    }
}
