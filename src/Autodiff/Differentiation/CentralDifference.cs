namespace Autodiff.Differentiation;

/// <summary>Numerical differentiation by central differences, extrapolated to step 0.</summary>
internal static class CentralDifference
{
    private const int Levels = 10;
    private const double Shrink = 1.4;

    /// <summary>f'(x), usually to about ten digits.</summary>
    /// <remarks>
    /// Ridders, Accurate computation of F'(x) and F'(x) F''(x), 1982: the difference is a power series in h², so Neville's scheme removes
    /// one term after the other as h shrinks. The entry that differs least from its neighbours is taken, before rounding takes over.
    /// </remarks>
    internal static double Derivative(Func<double, double> f, double x)
    {
        Span<double> row = stackalloc double[Levels], previous = stackalloc double[Levels];
        double h = 0.02 * Math.Max(0.5, Math.Abs(x));
        double best = double.NaN, least = double.PositiveInfinity;
        for (int level = 0; level < Levels; level++, h /= Shrink)
        {
            double right = x + h, left = x - h;
            row[0] = (f(right) - f(left)) / (right - left);
            double factor = 1;
            for (int k = 1; k <= level; k++)
            {
                factor *= Shrink * Shrink;
                row[k] = ((row[k - 1] * factor) - previous[k - 1]) / (factor - 1);
                double error = Math.Max(Math.Abs(row[k] - row[k - 1]), Math.Abs(row[k] - previous[k - 1]));
                if (error < least) { (best, least) = (row[k], error); }
            }
            row.CopyTo(previous);
        }
        return best;
    }
}
