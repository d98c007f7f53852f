namespace Autodiff;

/// <summary>A function of n numbers, Rⁿ → R.</summary>
/// <param name="x">The arguments, n of them.</param>
public delegate T ScalarFunction<T>(ReadOnlySpan<T> x);

/// <summary>A function of n numbers with m results, Rⁿ → Rᵐ.</summary>
/// <param name="x">The arguments, n of them.</param>
/// <param name="y">Where the results go, m of them.</param>
public delegate void VectorFunction<T>(ReadOnlySpan<T> x, Span<T> y);
