namespace Autodiff;

/// <summary>A function of n numbers, Rⁿ → R.</summary>
/// <param name="x">The arguments, n of them.</param>
public delegate T ScalarFunction<T>(ReadOnlySpan<T> x);

/// <summary>A function of n numbers with m results, Rⁿ → Rᵐ.</summary>
/// <param name="x">The arguments, n of them.</param>
/// <param name="y">Where the results go, m of them.</param>
public delegate void VectorFunction<T>(ReadOnlySpan<T> x, Span<T> y);

/// <summary>A function of several arrays.</summary>
/// <param name="x">The arguments.</param>
public delegate Variable<T> ArrayFunction<T>(ReadOnlySpan<Variable<T>> x)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;

/// <summary>The pull of a function of several arrays: what the adjoint of its result pulls back to each of them.</summary>
/// <param name="x">The arguments.</param>
/// <param name="y">The result.</param>
/// <param name="dy">Its adjoint, of the same shape.</param>
/// <returns>For each argument its gradient, of its shape, or null where it has none.</returns>
public delegate Variable<T>?[] ArrayPull<T>(ReadOnlySpan<Variable<T>> x, Variable<T> y, Variable<T> dy)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;
