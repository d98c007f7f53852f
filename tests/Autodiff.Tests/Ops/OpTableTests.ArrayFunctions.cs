using System.Reflection;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>The public functions of arrays apply the rules of their names.</content>
public sealed partial class OpTableTests
{
    // Rules that are operators, or serve sweeps, numbers and other functions; arrays have no function of their name.
    private static readonly string[] WithoutFunction =
    [
        "Add", "Subtract", "Multiply", "Divide", "Remainder", "Negate", "Greater", "GreaterOrEqual", "Less", "LessOrEqual",
        "Propagate", "Chosen", "ExpDifference", "Power", "Polygamma", "Round",
        "CopySign", "Exp10", "SinPi", "CosPi", "TanPi", "Ieee754Remainder", "MaximumNumber", "MinimumNumber", "RootN", "ScaleB",
    ];

    [Fact]
    public void Every_rule_has_a_function_of_arrays_or_is_listed()
    {
        string[] functions = [.. ElementwiseFunctions().Select(method => method.Name)];
        IEnumerable<Type> rules = typeof(Scalar).Assembly.GetTypes().Where(type => type.IsValueType && IsRule(type));
        IEnumerable<string> without = rules.Select(type => type.Name).Except(WithoutFunction).Except(functions);
        Assert.True(!without.Any(), $"Without a function in Variable: {string.Join(", ", without)}");
    }

    [Fact]
    public void Every_elementwise_function_of_arrays_has_a_row_whose_rule_it_applies()
    {
        // The others that take arrays alone, such as products of matrices, share no name with a function of numbers, which takes no spans.
        string[] ofNumbers =
        [
            .. typeof(Scalar).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike)).Select(method => method.Name),
        ];
        MethodInfo[] functions = [.. ElementwiseFunctions().Where(method => ofNumbers.Contains(method.Name))];
        Assert.True(functions.Length > 50, $"only {functions.Length} functions");
        foreach (MethodInfo function in functions)
        {
            OpRow? row = OpTable.Rows.SingleOrDefault(row => row.Name == function.Name);
            Assert.True(row != null && row.Arity == NumberOfArrays(function), $"{function.Name} has no row, or one of other arguments.");
            double[][] points = [.. AllPoints(row)];
            Variable<double>[] x = Columns<double>(points);
            double[] y = ((Variable<double>)function.MakeGenericMethod(typeof(double)).Invoke(null, [.. Arguments(function, x)])!).ToArray();
            double[] expected = row.Rule?.Apply<double>(x).ToArray() ?? [.. points.Select(point => row.Function.Of<double>(point))];
            Assert.True(y.AsSpan().SequenceEqual(expected), $"{function.Name} does not apply its rule.");
        }
    }

    [Fact]
    public void Powers_and_polygammas_apply_the_rules_of_their_parameters()
    {
        Variable<double> x = Variable.Create([0.5, 1, 2.5], 3);
        Assert.Equal(OpTable.Row("Power, p = 3").Rule!.Apply(x).ToArray(), Variable.Pow(x, 3.0).ToArray());
        Assert.Equal(OpTable.Row("Power, p = 0.3").Rule!.Apply(x).ToArray(), Variable.Pow(x, 0.3).ToArray());
        Assert.Equal(OpTable.Row("Square").Rule!.Apply(x).ToArray(), Variable.Pow(x, 2.0).ToArray());
        Assert.Equal(Variable.Digamma(x).ToArray(), Variable.Polygamma(0, x).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Variable.Polygamma(-1, x));
    }

    [Fact]
    public void Operators_apply_their_rules()
    {
        Variable<double> a = Variable.Create([1.5, -2, 3, 4], 4), b = Variable.Create([2.0, 7, 3, -0.5], 4);
        Dictionary<string, Variable<double>> operators = new()
        {
            ["Add"] = a + b,
            ["Subtract"] = a - b,
            ["Multiply"] = a * b,
            ["Divide"] = a / b,
            ["Remainder"] = a % b,
            ["Greater"] = a > b,
            ["GreaterOrEqual"] = a >= b,
            ["Less"] = a < b,
            ["LessOrEqual"] = a <= b,
            ["Equal"] = Variable.Equal(a, b),
        };
        foreach ((string name, Variable<double> result) in operators) { Assert.Equal(OpTable.Row(name).Rule!.Apply(a, b).ToArray(), result.ToArray()); }
        Assert.Equal((b > a).ToArray(), (a < b).ToArray());
        Assert.Equal((b >= a).ToArray(), (a <= b).ToArray());
        Assert.Equal([-1.5, 2, -3, -4], (-a).ToArray());
    }

    [Fact]
    public void A_comparison_of_shapes_that_do_not_fit_names_itself_and_its_operands_in_order()
    {
        Variable<double> a = Variable.Zeros<double>(2), b = Variable.Zeros<double>(3);
        Assert.StartsWith("Less: the shapes [2] and [3]", Assert.Throws<ShapeMismatchException>(() => a < b).Message, StringComparison.Ordinal);
        Assert.StartsWith("LessOrEqual: the shapes [2] and [3]", Assert.Throws<ShapeMismatchException>(() => a <= b).Message, StringComparison.Ordinal);
    }

    // Functions whose arrays come alone or with numbers that have a default, and that answer with one array.
    private static IEnumerable<MethodInfo> ElementwiseFunctions() =>
        from method in typeof(Variable).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.IsGenericMethodDefinition && IsArray(method.ReturnType)
        let parameters = method.GetParameters()
        where parameters.Length > 0 && IsArray(parameters[0].ParameterType)
            && parameters.All(parameter => IsArray(parameter.ParameterType) || parameter.ParameterType == typeof(double))
            && parameters.All(parameter => IsArray(parameter.ParameterType) || parameter.HasDefaultValue)
        select method;

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Variable<>);

    private static int NumberOfArrays(MethodInfo function) => function.GetParameters().Count(parameter => IsArray(parameter.ParameterType));

    private static IEnumerable<object?> Arguments(MethodInfo function, Variable<double>[] x)
    {
        int next = 0;
        return function.GetParameters().Select(parameter => IsArray(parameter.ParameterType) ? x[next++] : parameter.DefaultValue);
    }
}
