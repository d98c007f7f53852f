using Xunit;

namespace Autodiff.Tests.Ops;

/// <summary>What holds of every operation in the table.</summary>
public sealed partial class OpTableTests
{
    public static TheoryData<string> Names => [.. OpTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> NamesOfBinary => [.. OpTable.Rows.Where(row => row.Arity == 2).Select(row => row.Name)];

    public static TheoryData<string> NamesOfBinaryWithRule => [.. OpTable.Rows.Where(row => row is { Arity: 2, Rule: not null }).Select(row => row.Name)];

    public static TheoryData<string> NamesWithRule => [.. OpTable.Rows.Where(row => row.Rule != null).Select(row => row.Name)];

    public static TheoryData<string> NamesWithSpecials => [.. OpTable.Rows.Where(row => row.Specials.Length > 0).Select(row => row.Name)];

    public static TheoryData<string> NamesWithKinks => [.. OpTable.Rows.Where(row => row.Kinks.Length > 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_derivatives_equal_the_reference(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            Near(row.Value(x), row.Function.Of<double>(x), 1e-13, row, x);
            double[] expected = [.. row.Derivatives.Select(derivative => derivative(x))];
            Near(expected, Modes.Reverse(row.Function, x), 1e-13, row, x);
            Near(expected, Modes.Forward(row.Function, x), 1e-13, row, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_checks_that_users_run_on_their_operations_pass(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] specials = [.. row.Specials.Select(special => special.Point)];
        OperationCheckResult result = OperationCheck.Run(name, row.Rule, row.Function, [.. row.Points()], specials);
        Assert.True(result.Passed, result.ToString());
    }

    private static void Near(double[] expected, double[] actual, double tolerance, OpRow row, double[] x)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) { Near(expected[i], actual[i], tolerance, row, x); }
    }

    /// <summary>Equal but for an error relative to the larger of 1 and the expected number; NaN equals NaN.</summary>
    private static void Near(double expected, double actual, double tolerance, OpRow row, double[] x)
    {
        bool near = double.IsFinite(expected) ? Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)) : actual.Equals(expected);
        Assert.True(near, $"{row.Name} at ({string.Join(", ", x)}): {actual:R}, expected {expected:R}");
    }
}
