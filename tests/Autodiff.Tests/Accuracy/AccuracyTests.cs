using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Accuracy;

/// <summary>
/// Values and first derivatives in double against 288-bit arithmetic, at random points of the whole domain.
/// AUTODIFF_ACCURACY_POINTS sets the number of points for each function, AUTODIFF_ACCURACY_FUNCTION chooses one function.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private const double ValueBound = 4;
    private const double DerivativeBound = 8;
    private const double BoundByOne = 4;
    private const int Seed = 20240229;

    private static readonly int Points =
        int.TryParse(Environment.GetEnvironmentVariable("AUTODIFF_ACCURACY_POINTS"), CultureInfo.InvariantCulture, out int points) ? points : 500;

    private static readonly string? Chosen = Environment.GetEnvironmentVariable("AUTODIFF_ACCURACY_FUNCTION");

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    /// <summary>The functions to measure.</summary>
    internal static IEnumerable<AccuracyRow> Rows => AccuracyTable.Rows.Where(row => string.IsNullOrEmpty(Chosen) || row.Name == Chosen);

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_first_derivatives_are_within_their_bounds(string name)
    {
        AccuracyRow row = AccuracyTable.Rows.Single(row => row.Name == name);
        WorstError value = new("value", ValueBound, BoundByOne), derivative = new("derivative", DerivativeBound, BoundByOne);
        Random random = new(Seed);
        for (int i = 0; i < Points; i++) { Compare(row, row.Draw(random), value, derivative); }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Points} points, {value}, {derivative}"));
        string[] failures = [.. value.Failures, .. derivative.Failures];
        Assert.True(failures.Length == 0, $"{name}: {string.Join('\n', failures)}");
    }

    private static void Compare(AccuracyRow row, double[] point, WorstError value, WorstError derivative)
    {
        BigReal[] exact = [.. point.Select(BigReal.FromDouble)];
        value.Add(point, row.Function.Of<double>(point), row.Value(exact), row.Roots?.AreNear(point[0]) == true);
        bool byOne = row.DerivativeLosesDigits || row.DerivativeRoots?.AreNear(point[0]) == true;
        Dual<double>[] seeded = [.. point.Select(x => (Dual<double>)x)];
        for (int i = 0; i < point.Length; i++)
        {
            if (row.Derivatives[i](exact) is not { } slope) { continue; }
            seeded[i] = Dual.Seed(point[i]);
            derivative.Add(point, row.Function.Of<Dual<double>>(seeded).Tangent, slope, byOne);
            seeded[i] = point[i];
        }
    }
}
