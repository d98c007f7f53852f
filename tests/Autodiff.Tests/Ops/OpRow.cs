namespace Autodiff.Tests.Ops;

/// <summary>An operation: how user code calls it, where, and what its value and derivatives are.</summary>
/// <param name="Name">The name of its function in <see cref="Scalar"/> if it has one, otherwise of its rule, with the parameters if they matter.</param>
/// <param name="Rule">The rule that it applies; null where it has none of its own.</param>
/// <param name="Function">The operation on any number.</param>
/// <param name="Domain">Where the arguments of ordinary points are drawn from.</param>
/// <param name="Value">The value by an independent formula.</param>
/// <param name="Derivatives">The derivatives by each argument, by independent formulas.</param>
internal sealed record OpRow(
    string Name, Rule? Rule, IFunction Function, Domain[] Domain, Func<double[], double> Value, Func<double[], double>[] Derivatives)
{
    private const double Clearance = 0.05;
    private const int PointCount = 12;

    /// <summary>Points with their value and derivatives by convention, and where arithmetic could go wrong.</summary>
    public Special[] Specials { get; init; } = [];

    /// <summary>The points of a function of one number where a derivative jumps.</summary>
    public double[] Kinks { get; init; } = [];

    /// <summary>The order of the highest derivative that is continuous at the kinks; -1 where the function jumps.</summary>
    public int Smoothness { get; init; } = -1;

    /// <summary>How far a point is from where a derivative jumps.</summary>
    public Func<double[], double>? DistanceToKink { get; init; }

    public int Arity => Domain.Length;

    /// <summary>Ordinary points of the domain, not too near a kink; always the same ones.</summary>
    public IEnumerable<double[]> Points()
    {
        Random random = new(Name.Length);
        for (int count = 0; count < PointCount;)
        {
            double[] point = [.. Domain.Select(domain => domain.Draw(random))];
            if (Distance(point) < Clearance) { continue; }
            count++;
            yield return point;
        }
    }

    public override string ToString() => Name;

    private double Distance(double[] point) =>
        DistanceToKink?.Invoke(point) ?? Kinks.Select(kink => Math.Abs(point[0] - kink)).DefaultIfEmpty(double.PositiveInfinity).Min();
}

/// <summary>An interval.</summary>
internal readonly record struct Domain(double Low, double High)
{
    public double Draw(Random random) => Low + ((High - Low) * random.NextDouble());
}

/// <summary>A point where value and derivatives are known.</summary>
internal sealed record Special(double[] Point, double Value, double[] Derivatives);
