using System.Reflection;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Calls that are refused, and whether the table is complete.</content>
public sealed partial class ArrayTableTests
{
    // Shares the name of no function of numbers, and has no gradient.
    private static readonly string[] Masks = [nameof(Variable.Equal)];

    [Theory]
    [MemberData(nameof(NamesWithMalformed))]
    public void A_malformed_call_is_refused_by_name_and_leaves_everything_as_it_was(string name)
    {
        ArrayRow row = ArrayTable.Row(name);
        ArrayCall valid = row.Calls[0];
        Grid[] x = valid.Samples().First();
        Grid u = Cotangent(valid, x);
        Grid?[] expected = valid.Gradients<double>(x, u);
        foreach ((MalformedCall malformed, int number) in row.Malformed.Select((malformed, number) => (malformed, number)))
        {
            string where = $"{name}, malformed call {number}";
            using (Autograd.Record())
            {
                Variable<double>[] leaves = valid.Leaves<double>(x);
                Variable<double> result = valid.Function.Of<double>(leaves);
                Variable<double>[] inputs = [.. malformed.Shapes.Select(shape => Grid.Full(shape, 1).ToVariable<double>().AttachGradient())];
                Exception? error = Record.Exception(() => malformed.Function.Of<double>(inputs));
                string came = error?.GetType().Name ?? "nothing";
                Assert.True(error?.GetType() == malformed.Exception, $"{where}: {came} came, expected {malformed.Exception.Name}");
                foreach (string word in malformed.Words)
                {
                    Assert.True(error!.Message.Contains(word, StringComparison.Ordinal), $"{where}: no '{word}' in '{error.Message}'");
                }
                ArraySweeps.Backward(result, u);
                NearEach(expected, [.. leaves.Select((leaf, i) => valid.HasGradient(i) ? Grid.Of(leaf.Gradient) : null)], 0, where);
            }
        }
    }

    [Fact]
    public void Every_public_operation_on_arrays_has_one_row()
    {
        string[] elementwise = [.. OpTable.Rows.Select(row => row.Name), .. Masks];
        IEnumerable<string> functions = typeof(Variable).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters().Any(parameter => HoldsVariable(parameter.ParameterType)) && HoldsVariable(method.ReturnType))
            .Select(method => method.Name).Except(elementwise);
        IEnumerable<string> members = typeof(Variable<double>).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && HoldsVariable(method.ReturnType))
            .Select(method => method.Name).Except([nameof(Variable<double>.AttachGradient), nameof(Variable<double>.Detach)]);
        string[] names = [.. functions.Concat(members).Distinct()];
        Assert.NotEmpty(names);
        IEnumerable<string> without = names.Except(ArrayTable.Rows.Select(row => row.Name));
        Assert.True(!without.Any(), $"Without a row: {string.Join(", ", without)}");
        IEnumerable<string> twice = ArrayTable.Rows.GroupBy(row => row.Name).Where(rows => rows.Count() > 1).Select(rows => rows.Key);
        Assert.True(!twice.Any(), $"More than one row: {string.Join(", ", twice)}");
    }

    // The type itself, or within a tuple, an array or a span.
    private static bool HoldsVariable(Type type) =>
        type.IsArray
            ? HoldsVariable(type.GetElementType()!)
            : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Variable<>) || type.GetGenericArguments().Any(HoldsVariable));
}
