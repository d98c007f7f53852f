using System.Globalization;

namespace Autodiff.Tests.Accuracy;

/// <summary>Keeps the largest errors of a quantity, and the points where they pass the bound.</summary>
internal sealed class WorstError(string quantity, double ulps, double ulpsOfOne)
{
    private const double UlpOfOne = 2.220446049250313e-16;
    private const int MostShown = 10;

    private readonly Record relative = new("ulp");
    private readonly Record absolute = new("ulp of 1");
    private readonly List<string> failures = [];

    public IReadOnlyList<string> Failures => failures;

    /// <summary>Judges a result; <paramref name="byOne"/> where it need be exact to an ulp of 1 only, if it is smaller than 1.</summary>
    public void Add(double[] point, double actual, BigReal exact, bool byOne)
    {
        double error = UlpDistance.Ulps(actual, exact);
        bool counts = byOne && BigReal.Abs(exact) < BigReal.One;
        if (counts) { error = double.IsNaN(actual) ? double.PositiveInfinity : (BigReal.Abs(actual - exact) / UlpOfOne).ToDouble(); }
        Record record = counts ? absolute : relative;
        record.Add(error, point);
        if (error <= (counts ? ulpsOfOne : ulps) || failures.Count == MostShown) { return; }
        failures.Add(string.Create(CultureInfo.InvariantCulture, $"{quantity} at {Text(point)} is {actual:R}, exact {exact}: {error:G4} {record.Unit}"));
    }

    public override string ToString() => $"{quantity} worst " + string.Join(", ", new[] { relative, absolute }.Where(record => record.Any));

    private static string Text(double[] point) => string.Join(", ", point.Select(x => x.ToString("R", CultureInfo.InvariantCulture)));

    private sealed class Record(string unit)
    {
        private double worst;
        private double[] where = [];

        public string Unit => unit;

        public bool Any { get; private set; }

        public void Add(double error, double[] point)
        {
            if (Any && !(error > worst)) { return; }
            (Any, worst, where) = (true, error, point);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{worst:F2} {unit} at {Text(where)}");
    }
}
