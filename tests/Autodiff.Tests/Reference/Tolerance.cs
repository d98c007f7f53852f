namespace Autodiff.Tests.Reference;

/// <summary>How near a result must come: |actual - expected| ≤ absolute + relative |expected|; NaN equals NaN, infinities by sign.</summary>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>The tolerance of a run in float, relative to the largest number of the array.</summary>
    public static Tolerance SinglePrecision(VectorArray expected)
    {
        double scale = (expected.Probe?.Values ?? expected.Data).Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        return new(2e-5 * scale, 2e-4 * scale);
    }

    /// <summary>The part of what is allowed that a difference uses up.</summary>
    public double Share(double actual, double expected) =>
        double.IsFinite(expected) ? Math.Abs(actual - expected) / (Absolute + (Relative * Math.Abs(expected))) : 0;

    public bool Accepts(double actual, double expected) =>
        double.IsFinite(expected) ? Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected)) : actual.Equals(expected);
}
