namespace Autodiff.Tests.Properties;

/// <summary>What a check says about one case: it failed and why, or it was discarded and why, or it passed.</summary>
/// <param name="Failure">What is wrong, or null.</param>
/// <param name="Discarded">Why the case says nothing, or null.</param>
/// <param name="FirstOrderError">The worst error of value and gradient, in parts of the scale.</param>
/// <param name="SecondOrderError">The worst error of second derivatives, in parts of the scale.</param>
/// <param name="IsFlat">Whether the gradient is 0, so that the case passed cheaply.</param>
internal sealed record Verdict(
    string? Failure = null, string? Discarded = null, double FirstOrderError = 0, double SecondOrderError = 0, bool IsFlat = false);
