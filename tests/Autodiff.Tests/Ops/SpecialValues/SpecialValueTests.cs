using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Ops.SpecialValues;

/// <summary>
/// Every operation of one and of two numbers at fourteen special operands, on numbers and on arrays, against tables that generate.py wrote without
/// the library.
/// </summary>
public sealed class SpecialValueTests
{
    private const int ValueUlps = 4;
    private const int GradientUlps = 8;

    // The exponential multiplies the rounding of its argument, which is a cubic polynomial of x, by that argument.
    private const int GeluTanhUlps = 12;

    // Gradients that are read off the output, or whose terms cancel, are exact to some ulp of 1; each rule says so.
    private const int UlpsOfOne = 4;

    private static readonly string[] ExactToOne =
        ["ExpM1", "Sigmoid", "Tanh", "Elu", "Elu, α = 0.5", "Selu", "Silu", "Gelu", "GeluTanh", "Mish"];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    private static IEnumerable<OpRow> Rows => OpTable.Rows.Where(row => row.Arity <= 2);

    [Fact]
    public void The_table_has_no_blank_cell()
    {
        HasEveryCell<double>();
        HasEveryCell<float>();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_numbers_have_the_values_and_gradients_of_the_table(string name)
    {
        Check<double>(name, "Scalar", ByScalar);
        Check<float>(name, "Scalar", ByScalar);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dual_numbers_have_the_values_and_gradients_of_the_table(string name)
    {
        Check<double>(name, "Dual", ByDual);
        Check<float>(name, "Dual", ByDual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Arrays_have_the_values_and_gradients_of_the_table(string name)
    {
        if (OpTable.Row(name).Rule is null) { return; }
        ArraysOf<double>(name);
        ArraysOf<float>(name);
    }

    private static int UlpsOf(string name) => name == "GeluTanh" ? GeluTanhUlps : ValueUlps;

    private static void HasEveryCell<T>()
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (OpRow row in Rows)
        {
            SpecialPoint<T>[] points = [.. SpecialPoint<T>.Table[row.Name]];
            int cells = row.Arity == 1 ? SpecialPoint<T>.Operands.Count : SpecialPoint<T>.Operands.Count * SpecialPoint<T>.Operands.Count;
            Assert.True(points.Length == cells, $"{row.Name}: {points.Length} points of {cells}. Say in generate.py what it is, and run that.");
            Assert.Equal(cells, points.Select(point => point.Place).Distinct().Count());
            Assert.All(points, point => Assert.Equal(row.Arity, point.Gradients.Length));
        }
    }

    private static void Check<T>(string name, string path, Func<OpRow, T[], (T Value, T[] Gradients)> evaluate)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        OpRow row = OpTable.Row(name);
        Differences<T> differences = new($"{path}<{typeof(T).Name}>", ExactToOne.Contains(name) ? UlpsOfOne : 0);
        foreach (SpecialPoint<T> point in SpecialPoint<T>.Table[name])
        {
            (T value, T[] gradients) = evaluate(row, point.Point);
            differences.Add(point, value, gradients, UlpsOf(name), GradientUlps);
        }
        differences.AssertNone();
    }

    private static (T Value, T[] Gradients) ByScalar<T>(OpRow row, T[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => Autograd.ValueAndGradient<T>(row.Function.Of, x);

    private static (T Value, T[] Gradients) ByDual<T>(OpRow row, T[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dual<T>[] results = [.. x.Select((_, i) => row.Function.Of<Dual<T>>([.. x.Select((number, j) => i == j ? Dual.Seed(number) : number)]))];
        return (results[0].Value, [.. results.Select(result => result.Tangent)]);
    }

    private static void ArraysOf<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        OpRow row = OpTable.Row(name);
        SpecialPoint<T>[] points = [.. SpecialPoint<T>.Table[name]];
        Differences<T> differences = new($"Variable<{typeof(T).Name}>", ExactToOne.Contains(name) ? UlpsOfOne : 0);
        foreach (ArrayPath path in ArrayPath.All)
        {
            // All points after one another, so that lanes are mixed; then lanes of one point each. Both with a rest that fills no lane.
            SpecialPoint<T>[] several = [.. points, .. points, .. points[..3]];
            Compare(several, path, "several in a lane");
            foreach (SpecialPoint<T> point in points) { Compare([.. Enumerable.Repeat(point, 19)], path, "one in a lane"); }
        }
        differences.AssertNone();

        void Compare(SpecialPoint<T>[] all, ArrayPath path, string arrangement)
        {
            (T[] values, T[][] gradients) = path.Evaluate(row.Rule!, [.. all.Select(point => point.Point)]);
            for (int k = 0; k < all.Length; k++)
            {
                T[] of = [.. gradients.Select(gradient => gradient[k])];
                differences.Add(all[k], values[k], of, UlpsOf(name), GradientUlps, $"{path}, {arrangement}");
            }
        }
    }
}
