using System.Globalization;

namespace Autodiff.Tests.Accuracy;

/// <summary>Keeps the largest errors of floats against doubles, and the points where they pass the bound.</summary>
internal sealed class WorstSingle(string quantity, double ulps, double ulpsOfOne)
{
    private const double UlpOfOne = 1.1920929e-7;
    private const int MostShown = 10;

    private readonly List<string> failures = [];
    private double worst;
    private double worstOfOne;

    public IReadOnlyList<string> Failures => failures;

    /// <summary>Judges a result; <paramref name="byOne"/> where it need be exact to an ulp of 1 only, if it is smaller than 1.</summary>
    public void Add(float[] point, float actual, double exact, bool byOne)
    {
        float rounded = (float)exact;
        if (rounded.Equals(actual)) { return; }
        bool counts = byOne && Math.Abs(exact) < 1;

        // Beyond the largest float an infinity counts as the number that would follow it, and below the normal ones the unit stays.
        float unit = Math.Min(Math.Abs(rounded), float.BitDecrement(float.MaxValue));
        double reached = float.IsInfinity(actual) ? Math.CopySign(Math.ScaleB(1, 128), actual) : actual;
        double error = Math.Abs(reached - exact) / (counts ? UlpOfOne : float.BitIncrement(unit) - unit);
        error = double.IsNaN(error) ? double.PositiveInfinity : error;
        if (counts) { worstOfOne = Math.Max(worstOfOne, error); }
        else { worst = Math.Max(worst, error); }
        if (error <= (counts ? ulpsOfOne : ulps) || failures.Count == MostShown) { return; }
        string where = string.Join(", ", point.Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
        failures.Add(string.Create(CultureInfo.InvariantCulture, $"{quantity} at {where} is {actual:R}, in double {exact:R}: {error:G4} ulp"));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{quantity} worst {worst:F2} ulp, {worstOfOne:F2} ulp of 1");
}
