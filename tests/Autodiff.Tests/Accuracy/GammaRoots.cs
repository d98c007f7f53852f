using System.Collections.Concurrent;

namespace Autodiff.Tests.Accuracy;

/// <summary>Where ln |Γ|, or digamma, is near one of its roots: within 0.1.</summary>
internal sealed class GammaRoots(bool ofLogGamma)
{
    private const double Near = 0.1;
    private const int Halvings = 80;

    private static readonly double DigammaRoot = Root(BigReal.Digamma, 1, 2);

    private readonly ConcurrentDictionary<int, double[]> negative = new();

    public bool AreNear(double x)
    {
        if (x > 0.5) { return ofLogGamma ? Math.Abs(x - 1) <= Near || Math.Abs(x - 2) <= Near : Math.Abs(x - DigammaRoot) <= Near; }
        int cell = (int)Math.Floor(x);
        return Within(cell - 1) || Within(cell) || Within(cell + 1);

        bool Within(int n) => n < 0 && negative.GetOrAdd(n, Find).Any(root => Math.Abs(x - root) <= Near);
    }

    /// <summary>The roots in (n, n + 1), n negative: one of digamma, and from -3 on one of ln |Γ| on each side of it.</summary>
    private double[] Find(int n)
    {
        double end = Math.BitIncrement(n), otherEnd = n == -1 ? -double.Epsilon : Math.BitDecrement(n + 1);
        double minimum = Root(BigReal.Digamma, end, otherEnd);
        if (!ofLogGamma) { return [minimum]; }
        return n > -3 ? [] : [Root(BigReal.LogGamma, end, minimum), Root(BigReal.LogGamma, minimum, otherEnd)];
    }

    private static double Root(Func<BigReal, BigReal> function, double from, double to)
    {
        int sign = function(from).Sign;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = from + ((to - from) / 2);
            if (middle == from || middle == to) { break; }
            if (function(middle).Sign == sign) { from = middle; }
            else { to = middle; }
        }

        return from;
    }
}
