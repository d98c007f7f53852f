using System.Globalization;
using Autodiff.Tests.Ops;
using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Accuracy;

/// <summary>
/// Elementwise operations over arrays, whose kernels are not those of single numbers: values and derivatives in double against 288-bit arithmetic, and in
/// float against double. AUTODIFF_ACCURACY_POINTS sets the number of points in double, AUTODIFF_ACCURACY_FUNCTION chooses one function.
/// </summary>
public sealed class ArrayAccuracyTests(ITestOutputHelper output)
{
    private const double ValueBound = 5;
    private const double DerivativeBound = 8;
    private const double BoundByOne = 4;
    private const int SinglePoints = 20_000;
    private const int Seed = 20240301;

    private static readonly int Points =
        int.TryParse(Environment.GetEnvironmentVariable("AUTODIFF_ACCURACY_POINTS"), CultureInfo.InvariantCulture, out int points) ? points : 300;

    public static TheoryData<string> Names => [.. AccuracyTests.Rows.Where(row => Rule(row) is not null).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_their_bounds(string name)
    {
        AccuracyRow row = AccuracyTable.Rows.Single(row => row.Name == name);
        WorstError value = new("value", ValueBound, BoundByOne), derivative = new("derivative", DerivativeBound, BoundByOne);
        Random random = new(Seed);
        double[][] points = [.. Enumerable.Range(0, Points).Select(_ => row.Draw(random))];
        (double[] values, double[][] gradients) = Swept(row, points);
        for (int k = 0; k < points.Length; k++)
        {
            BigReal[] exact = [.. points[k].Select(BigReal.FromDouble)];
            value.Add(points[k], values[k], row.Value(exact), row.Roots?.AreNear(points[k][0]) == true);
            bool byOne = row.DerivativeLosesDigits || row.DerivativeRoots?.AreNear(points[k][0]) == true;
            for (int i = 0; i < gradients.Length; i++)
            {
                if (row.Derivatives[i](exact) is { } slope) { derivative.Add(points[k], gradients[i][k], slope, byOne); }
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, double: {Points} points, {value}, {derivative}"));
        string[] failures = [.. value.Failures, .. derivative.Failures];
        Assert.True(failures.Length == 0, $"{name}: {string.Join('\n', failures)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_their_bounds(string name)
    {
        AccuracyRow row = AccuracyTable.Rows.Single(row => row.Name == name);
        WorstSingle value = new("value", ValueBound, BoundByOne), derivative = new("derivative", DerivativeBound, BoundByOne);
        Random random = new(Seed);
        float[][] points = [.. Enumerable.Range(0, SinglePoints).Select(_ => Array.ConvertAll(row.Draw(random), x => (float)x))];
        points = [.. points.Where(point => IsOrdinary(row, point))];
        (float[] values, float[][] gradients) = Swept(row, points);
        for (int k = 0; k < points.Length; k++)
        {
            double[] wide = Array.ConvertAll(points[k], x => (double)x);
            value.Add(points[k], values[k], row.Function.Of<double>(wide), row.Roots?.AreNear(wide[0]) == true);
            bool byOne = row.DerivativeLosesDigits || row.DerivativeRoots?.AreNear(wide[0]) == true;
            for (int i = 0; i < gradients.Length; i++)
            {
                double slope = row.Function.Of<Dual<double>>([.. wide.Select((x, j) => i == j ? Dual.Seed(x) : x)]).Tangent;
                derivative.Add(points[k], gradients[i][k], slope, byOne);
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, float: {points.Length} points, {value}, {derivative}"));
        string[] failures = [.. value.Failures, .. derivative.Failures];
        Assert.True(failures.Length == 0, $"{name}: {string.Join('\n', failures)}");
    }

    // Left out: denormal arguments, and where a number that is computed with is denormal or overflows, as docs/accuracy.md says.
    private static bool IsOrdinary(AccuracyRow row, float[] x)
    {
        double factor = row.Name switch
        {
            "silu" or "gelu" => row.Function.Of<double>([x[0]]) / x[0],
            "pow" or "exp2" => row.Function.Of<double>(Array.ConvertAll(x, number => (double)number)) / Math.Max(Math.Abs(x[0]), 1),
            _ => 1,
        };
        bool isFinite = row.Name is not ("pow" or "exp2") || float.IsFinite((float)row.Function.Of<double>(Array.ConvertAll(x, number => (double)number)));
        return isFinite && x.All(argument => float.IsNormal(argument) || argument == 0) && float.IsNormal((float)factor);
    }

    // The rule of the same function in the table of operations.
    private static Rule? Rule(AccuracyRow row) => OpTable.Rows.FirstOrDefault(operation => operation.Function.GetType() == row.Function.GetType())?.Rule;

    private static (T[] Values, T[][] Gradients) Swept<T>(AccuracyRow row, T[][] points)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Variable<T>[] x = [.. points[0].Select((_, i) => Variable.Create<T>([.. points.Select(point => point[i])], points.Length).AttachGradient())];
        using (Autograd.Record())
        {
            Variable<T> y = Rule(row)!.Apply<T>(x);
            Variable<T>[] gradients = Autograd.Gradient([y], x, [Variable.Ones<T>(points.Length)]);
            return (y.ToArray(), [.. gradients.Select(gradient => gradient.ToArray())]);
        }
    }
}
