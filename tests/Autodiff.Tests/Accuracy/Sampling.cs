namespace Autodiff.Tests.Accuracy;

/// <summary>
/// Random points of an interval, spread so that every binade of it is met: a third over the range of interest, a third over all
/// magnitudes, a third close to anchors, which are ends, roots and places where an implementation changes its method.
/// </summary>
internal sealed record Sampling(double Least, double Greatest, double Low, double High)
{
    private const int LeastExponent = -1074;
    private const int GreatestExponent = 1024;
    private const int ClosestBits = 60;

    public double[] Anchors { get; init; } = [0];

    /// <summary>A random number of any magnitude between two powers of two, of either sign.</summary>
    public static double AnyMagnitude(Random random, double leastExponent, double greatestExponent)
    {
        double exponent = leastExponent + ((greatestExponent - leastExponent) * random.NextDouble());
        double whole = Math.Floor(exponent);
        double magnitude = Math.ScaleB(Math.Pow(2, exponent - whole), (int)whole);
        return random.Next(2) == 0 ? magnitude : -magnitude;
    }

    public double Draw(Random random)
    {
        // The anchors themselves are no points: there may be a pole.
        while (true)
        {
            double x = random.Next(3) switch
            {
                0 => Low + ((High - Low) * random.NextDouble()),
                1 => AnyMagnitude(random, LeastExponent, Math.Min(GreatestExponent, Math.Log2(Math.Max(Math.Abs(Least), Math.Abs(Greatest))))),
                _ => NearAnchor(random),
            };
            if (x >= Least && x <= Greatest && !Anchors.Contains(x)) { return x; }
        }
    }

    private double NearAnchor(Random random)
    {
        double anchor = Anchors[random.Next(Anchors.Length)];
        return anchor + (Math.Max(1, Math.Abs(anchor)) * AnyMagnitude(random, -ClosestBits, 0));
    }
}
