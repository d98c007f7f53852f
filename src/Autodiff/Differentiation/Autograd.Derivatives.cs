using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Differentiation;

namespace Autodiff;

public static partial class Autograd
{
    /// <summary>The derivative of a function of one number, in reverse mode.</summary>
    /// <param name="function">The function; generic code binds as a method group: <c>Autograd.Derivative(F, 0.25)</c>.</param>
    /// <param name="x">Where. A number that carries derivatives itself gives higher orders: nest calls of this method.</param>
    public static T Derivative<T>(Func<Scalar<T>, Scalar<T>> function, T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        T derivative = default;
        using ReversePass<T> pass = new(inputs: 1);
        pass.Pull(function(pass.Start(new ReadOnlySpan<T>(in x))[0]), new Span<T>(ref derivative));
        return derivative;
    }

    /// <summary>The gradient of f: Rⁿ → R.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <returns>The n partial derivatives.</returns>
    public static T[] Gradient<T>(ScalarFunction<Scalar<T>> function, ReadOnlySpan<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] gradient = new T[point.Length];
        ValueAndGradient(function, point, gradient);
        return gradient;
    }

    /// <summary>The gradient of f: Rⁿ → R, into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="gradient">Receives the n partial derivatives.</param>
    /// <exception cref="ArgumentException">The destination has not length n.</exception>
    public static void Gradient<T>(ScalarFunction<Scalar<T>> function, ReadOnlySpan<T> point, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ValueAndGradient(function, point, gradient);

    /// <summary>The value and the gradient of f: Rⁿ → R.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    public static (T Value, T[] Gradient) ValueAndGradient<T>(ScalarFunction<Scalar<T>> function, ReadOnlySpan<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] gradient = new T[point.Length];
        return (ValueAndGradient(function, point, gradient), gradient);
    }

    /// <summary>The value and the gradient of f: Rⁿ → R, the gradient into a destination: allocates nothing after the first call.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers.</param>
    /// <param name="gradient">Receives the n partial derivatives.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The destination has not length n.</exception>
    public static T ValueAndGradient<T>(ScalarFunction<Scalar<T>> function, ReadOnlySpan<T> point, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        if (gradient.Length != point.Length) { Throw.DestinationLength(nameof(Gradient), gradient.Length, point.Length, "the gradient"); }
        using ReversePass<T> pass = new(point.Length);
        Scalar<T> y = function(pass.Start(point));
        pass.Pull(y, gradient);
        return y.Value;
    }
}
