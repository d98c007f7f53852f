namespace Autodiff.Nn.Diagnostics;

/// <summary>Checks of hyper-parameters. NaN passes none.</summary>
internal static class Require
{
    internal static void NotNegative(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value))) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and 0 or more."); }
    }

    /// <summary>The share of the past in a running mean.</summary>
    internal static void Share(double value, string name)
    {
        if (!(value is >= 0 and < 1)) { throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 or more and less than 1."); }
    }
}
