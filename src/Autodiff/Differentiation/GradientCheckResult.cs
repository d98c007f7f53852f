using System.Globalization;

namespace Autodiff;

/// <summary>What a gradient check found; of all partial derivatives, the one with the largest error.</summary>
/// <param name="Passed">Whether every partial derivative agrees.</param>
/// <param name="Index">Which partial derivative is worst, or -1 if all errors are 0.</param>
/// <param name="Derivative">Its value by differentiation.</param>
/// <param name="Difference">Its value by differences.</param>
/// <param name="Error">Their distance, relative to the larger of 1 and the difference.</param>
/// <param name="Tolerance">The error that was allowed.</param>
public sealed record GradientCheckResult(bool Passed, int Index, double Derivative, double Difference, double Error, double Tolerance)
{
    /// <summary>The finding in a sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Passed ? "The gradient agrees" : "The gradient does not agree")} with differences: worst is d/dx[{Index}] = {Derivative:R} against {Difference:R}, "
        + $"error {Error:E1}, allowed {Tolerance:E1}.");
}
