using System.Reflection;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>The table has a row for everything, once.</content>
public sealed partial class OpTableTests
{
    // They make numbers that are recorded; they are no functions of numbers.
    private static readonly string[] Makers = [nameof(Scalar.Independent), nameof(Scalar.Watch)];

    [Fact]
    public void Every_rule_has_a_row()
    {
        Type[] rules = [.. typeof(Scalar).Assembly.GetTypes().Where(type => type.IsValueType && IsRule(type))];
        Assert.NotEmpty(rules);
        IEnumerable<Type> without = rules.Except(OpTable.Rows.Where(row => row.Rule != null).Select(row => row.Rule!.Type));
        Assert.True(!without.Any(), $"Without a row: {string.Join(", ", without.Select(type => type.Name))}");
    }

    [Fact]
    public void Every_public_function_of_a_number_has_one_row_of_its_name()
    {
        string[] names = [.. typeof(Scalar).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(IsFunctionOfNumbers).Select(method => method.Name).Distinct()];
        Assert.NotEmpty(names);
        IEnumerable<string> without = names.Except(Makers).Except(OpTable.Rows.Select(row => row.Name));
        Assert.True(!without.Any(), $"Without a row: {string.Join(", ", without)}");
    }

    [Fact]
    public void No_operation_has_two_rows()
    {
        Assert.Equal(OpTable.Rows.Count, OpTable.Rows.Select(row => row.Name).Distinct().Count());
        IEnumerable<IGrouping<Type, OpRow>> repeated = OpTable.Rows.Where(row => row.Rule != null).GroupBy(row => row.Rule!.Type)
            .Where(rows => rows.Count() > 1 && !HasParameters(rows.Key));
        Assert.True(!repeated.Any(), $"More than one row: {string.Join(", ", repeated.Select(rows => rows.Key.Name))}");
    }

    private static bool IsRule(Type type) => typeof(IUnaryRule).IsAssignableFrom(type) || typeof(IBinaryRule).IsAssignableFrom(type);

    private static bool HasParameters(Type rule) => rule.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Length > 0;

    private static bool IsFunctionOfNumbers(MethodInfo method) =>
        method.IsGenericMethodDefinition && method.ReturnType.IsGenericMethodParameter
        && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike);
}
