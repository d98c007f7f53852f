namespace Autodiff.Tests.Accuracy;

/// <summary>Measures doubles against the reference in units in the last place.</summary>
internal static class UlpDistance
{
    private const int MantissaBits = 52;
    private const int LeastUlpExponent = -1074;
    private const int OverflowExponent = 1024;

    /// <summary>The error of a double, in units in the last place of the correctly rounded exact value.</summary>
    /// <remarks>
    /// The unit is never below the least denormal nor above that of the largest double. An infinity counts as <c>±2^1024</c>, the
    /// value that would follow the largest double, unless the exact value rounds to it: then the error is zero. So a result on the
    /// wrong side of the overflow threshold is judged by how far it is from the exact value. A NaN is infinitely wrong.
    /// </remarks>
    public static double Ulps(double actual, BigReal exact)
    {
        if (double.IsNaN(actual))
        {
            return double.PositiveInfinity;
        }

        double rounded = exact.ToDouble();
        if (double.IsInfinity(actual) && (actual == rounded || double.IsNegative(actual) != (exact.Sign < 0)))
        {
            return actual == rounded ? 0 : double.PositiveInfinity;
        }

        BigReal value = double.IsInfinity(actual)
            ? BigReal.ScaleB(Math.Sign(actual), OverflowExponent)
            : BigReal.FromDouble(actual);
        return BigReal.ScaleB(BigReal.Abs(value - exact), -UlpExponent(rounded)).ToDouble();
    }

    private static int UlpExponent(double rounded)
    {
        if (rounded == 0)
        {
            return LeastUlpExponent;
        }

        int binade = double.IsInfinity(rounded) ? OverflowExponent - 1 : Math.ILogB(rounded);
        return Math.Max(binade - MantissaBits, LeastUlpExponent);
    }
}
