namespace Autodiff.Tests.Accuracy;

/// <summary>A function with its exact value and derivatives, and the points to compare at.</summary>
internal sealed record AccuracyRow(string Name, IFunction Function, Func<Random, double[]> Draw, Func<BigReal[], BigReal> Value)
{
    /// <summary>The derivatives by each argument; null at a point where there is none to compare with.</summary>
    public required Func<BigReal[], BigReal?>[] Derivatives { get; init; }

    /// <summary>Whether the derivative is computed from the output or cancels, and so is exact to an ulp of 1, not of itself.</summary>
    public bool DerivativeLosesDigits { get; init; }

    /// <summary>The roots of the function away from 0, near which its error counts in ulps of 1.</summary>
    public GammaRoots? Roots { get; init; }

    /// <summary>The same for the derivative.</summary>
    public GammaRoots? DerivativeRoots { get; init; }
}
