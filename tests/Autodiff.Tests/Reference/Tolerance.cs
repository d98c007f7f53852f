namespace Autodiff.Tests.Reference;

/// <summary>How near a result must come: |actual - expected| ≤ absolute + relative |expected|; NaN equals NaN, infinities by sign.</summary>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    public bool Accepts(double actual, double expected) =>
        double.IsFinite(expected) ? Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected)) : actual.Equals(expected);
}
