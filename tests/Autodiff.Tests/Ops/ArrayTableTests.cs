using Autodiff.Differentiation;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <summary>What holds of every operation on arrays in the table.</summary>
public sealed partial class ArrayTableTests
{
    public static TheoryData<string> Names => [.. ArrayTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> NamesWithSpecials => [.. ArrayTable.Rows.Where(row => row.Specials.Length > 0).Select(row => row.Name)];

    public static TheoryData<string> NamesWithMalformed => [.. ArrayTable.Rows.Where(row => row.Malformed.Length > 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_is_that_of_plain_loops(string name)
    {
        ForEachSample(name, (call, x, where) => Near(call.Reference(x), call.Function.Value<double>(x), 1e-13, where));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_checks_that_users_run_on_their_operations_pass(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            CheckList list = new();
            new ArrayChecks(call.Case(x), call.Reads.Contains, list) { MayRepeat = !call.IsRegular }.Run();
            OperationCheckResult result = new(where, list.Findings);
            Assert.True(result.Passed, result.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(NamesWithSpecials))]
    public void Special_points_have_their_value_and_gradients(string name)
    {
        foreach ((SpecialArrays special, int number) in ArrayTable.Row(name).Specials.Select((special, number) => (special, number)))
        {
            string where = $"{name}, special point {number}";
            Near(special.Value, special.Function.Value<double>(special.Inputs), special.Tolerance, where);
            ArrayCall call = new(special.Function, _ => special.Value);
            Grid cotangent = special.Cotangent ?? special.Value.Map(_ => 1);
            NearEach(special.Gradients, call.Gradients<double>(special.Inputs, cotangent), special.Tolerance, where);
            Grid?[] recorded = call.Derivative(special.Inputs, cotangent, [], 0).Gradients;
            bool isFinite = special.Inputs.All(input => input.Values.All(double.IsFinite));
            if (isFinite) { NearEach(special.Gradients, recorded, special.Tolerance, where + ", recorded"); }
        }
    }

    private static void ForEachSample(string name, Action<ArrayCall, Grid[], string> test)
    {
        foreach ((ArrayCall call, int number) in ArrayTable.Row(name).Calls.Select((call, number) => (call, number)))
        {
            foreach (Grid[] x in call.Samples())
            {
                test(call, x, $"{name}, call {number}, of {string.Join(" and ", x.Select(input => $"[{string.Join(", ", input.Shape)}]"))}");
            }
        }
    }

    private static Grid Cotangent(ArrayCall call, Grid[] x) => ArraySweeps.Weights(call.Reference(x).Shape, 5);

    private static void NearEach(Grid?[] expected, Grid?[] actual, double tolerance, string where)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] is null, actual[i] is null);
            if (expected[i] is { } grid) { Near(grid, actual[i]!, tolerance, $"{where}, input {i}"); }
        }
    }

    /// <summary>Equal but for an error relative to the larger of 1 and the expected number; NaN equals NaN.</summary>
    private static void Near(Grid expected, Grid actual, double tolerance, string where)
    {
        Assert.True(expected.Shape.SequenceEqual(actual.Shape), $"{where}: the shape is [{string.Join(", ", actual.Shape)}], expected {expected}");
        for (int i = 0; i < expected.Values.Length; i++)
        {
            (double wanted, double came) = (expected.Values[i], actual.Values[i]);
            bool near = double.IsFinite(wanted) ? Math.Abs(came - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted)) : came.Equals(wanted);
            Assert.True(near, $"{where}: element {i} is {came:R}, expected {wanted:R}");
        }
    }
}
