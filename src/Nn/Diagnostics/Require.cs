namespace Autodiff.Nn.Diagnostics;

/// <summary>Checks of settings. NaN passes none.</summary>
internal static class Require
{
    internal static void NotNegative(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value))) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and 0 or more."); }
    }

    internal static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and greater than 0."); }
    }

    internal static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite."); }
    }

    internal static void Known(Reduction reduction)
    {
        if (reduction is < Reduction.None or > Reduction.BatchMean)
        {
            throw new ArgumentOutOfRangeException(nameof(reduction), reduction, $"There is no reduction {reduction}: None, Mean, Sum or BatchMean.");
        }
    }

    /// <summary>The share of the past in a running mean.</summary>
    internal static void Share(double value, string name)
    {
        if (!(value is >= 0 and < 1)) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 or more and less than 1."); }
    }
}
