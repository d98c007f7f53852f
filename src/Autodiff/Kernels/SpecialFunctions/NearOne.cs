namespace Autodiff.Kernels;

/// <summary>e^x - 1 and ln(1 + x) to full relative accuracy near 0, where Math has only the difference and the sum themselves.</summary>
internal static class NearOne
{
    // From here on e^x is above 2, or below 1/2, and subtracting 1 loses nothing.
    private const double Far = 0.6931471805599453;

    /// <summary>e^x - 1 for every real x, within 3 ulp.</summary>
    internal static double ExpM1(double x)
    {
        double power = Math.Exp(x), difference = power - 1.0;
        if (!(Math.Abs(x) < Far)) { return difference; }

        // Kahan: the rounding of e^x makes it the power of another number, ln(power), and (power - 1) / ln(power) varies slowly.
        return difference == 0.0 ? x : difference * (x / Math.Log(power));
    }

    /// <summary>ln(1 + x) for every real x, within 1 ulp.</summary>
    internal static double LogP1(double x)
    {
        double sum = 1.0 + x, logarithm = Math.Log(sum);
        if (logarithm == 0.0) { return x; }

        // The sum is 1 + x - r exactly, and ln(1 + x) = ln(sum) + ln(1 + r / sum). Nothing is rounded at the pole and at infinity.
        double r = x - (sum - 1.0);
        return r == 0.0 || !double.IsFinite(logarithm) ? logarithm : logarithm + (r / sum);
    }
}
