using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Autodiff.Tests.Properties;

public sealed class CoverageTests
{
    [Fact]
    public void Every_function_of_numbers_occurs_in_the_random_formulas()
    {
        string[] missing = [.. ScalarFunctions().Except(Enum.GetNames<Operation>()).Order()];
        Assert.True(missing.Length == 0, $"The properties do not know {string.Join(", ", missing)}: add them to {nameof(Operation)}.");
    }

    [Fact]
    public void Every_operation_is_generated()
    {
        IEnumerable<Case> cases = Gen.Sample(Trees.Arbitrary.Generator, 100, new Rnd(1), 5000);
        HashSet<Operation> generated = [.. cases.SelectMany(static sample => Calls(sample.Tree)).Select(static call => call.Function.Operation)];
        Assert.Empty(Enum.GetValues<Operation>().Except(generated));
    }

    [Fact]
    public void Every_operation_has_its_rows()
    {
        double[] point = [0.3, 0.7, 0.9];
        foreach (Function f in Enum.GetValues<Operation>().SelectMany(Trees.Variants))
        {
            Call call = new(f, [.. Enumerable.Range(0, f.Arity).Select(static index => new Symbol(index))]);
            double value = call.Evaluate<double>(point);
            Assert.Equal(value, call.Evaluate<Dual<double>>([point[0], point[1], point[2]]).Value);
            Assert.All(Enumerable.Range(0, f.Arity), index => Assert.NotNull(Symbolic.Derivative(Symbolic.Derivative(call, index), index)));
        }
    }

    private static IEnumerable<string> ScalarFunctions() =>
        from method in typeof(Scalar).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.Name is not (nameof(Scalar.Independent) or nameof(Scalar.Watch))
        select method.Name;

    private static IEnumerable<Call> Calls(Expression tree) => tree is Call call ? [call, .. call.Arguments.SelectMany(Calls)] : [];
}
