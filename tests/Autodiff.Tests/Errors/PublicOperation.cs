using System.Linq.Expressions;
using System.Numerics;
using System.Reflection;

namespace Autodiff.Tests.Errors;

/// <summary>A public function or member that takes arrays or makes them, found by reflection, and how to call it with any arguments.</summary>
internal sealed class PublicOperation
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance;

    private readonly Func<object?[], object?> call;

    private PublicOperation(string name, MethodBase method, IEnumerable<ParameterInfo> parameters, Type? owner)
    {
        Name = name;
        Parameters = [.. owner is null ? [] : new[] { ("this", owner) }, .. parameters.Select(parameter => (parameter.Name!, parameter.ParameterType))];
        Display = $"{method.DeclaringType!.Name.Split('`')[0]}.{name}({string.Join(", ", Parameters.Select(parameter => parameter.Name))})";
        call = Compile(method, owner);
    }

    /// <summary>The name that a message must hold.</summary>
    public string Name { get; }

    public string Display { get; }

    /// <summary>Name and type of each parameter; the value itself is the first of its members.</summary>
    public (string Name, Type Type)[] Parameters { get; }

    /// <summary>Everything public that has to do with arrays. What takes or gives a span of tensors cannot be called so and is left out.</summary>
    public static IEnumerable<PublicOperation> All<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Type[] networks = [.. typeof(Nn.Losses).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true })];
        Type[] owners = [typeof(Variable), typeof(Variable<T>), typeof(Autograd), typeof(Indices), typeof(Shape), .. networks];
        return
            from owner in owners
            from method in owner.GetMethods(Public)
            where method.GetBaseDefinition().DeclaringType != typeof(object) && method.Name != nameof(Equals)
            let closed = Close<T>(method)
            where closed is not null && ConcernsArrays<T>(closed) && IsCallable(closed)
            select new PublicOperation(NameOf(closed), closed, closed.GetParameters(), closed.IsStatic ? null : owner);
    }

    public object? Call(object?[] arguments) => call(arguments);

    public override string ToString() => Display;

    // Of a generic method the one for the format; what a caller hands through (a state) is an object.
    private static MethodInfo? Close<T>(MethodInfo method)
    {
        if (!method.IsGenericMethodDefinition) { return method; }
        try
        {
            return method.MakeGenericMethod([.. method.GetGenericArguments().Select(argument => argument.Name == "T" ? typeof(T) : typeof(object))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool ConcernsArrays<T>(MethodInfo method)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Type owner = method.DeclaringType!;
        return (owner != typeof(Autograd) && owner.Assembly == typeof(Autograd).Assembly)
            || method.GetParameters().Any(parameter => IsArray(parameter.ParameterType));

        static bool IsArray(Type type) => type == typeof(Variable<T>) || type == typeof(Variable<T>[]) || type == typeof(ReadOnlySpan<Variable<T>>);
    }

    private static bool IsCallable(MethodInfo method) => method.GetParameters().All(parameter => IsPassable(parameter.ParameterType));

    private static bool IsPassable(Type type) => !type.IsByRef && (!type.IsByRefLike || Conversion(type) is not null);

    private static string NameOf(MethodInfo method) => method.Name switch
    {
        "op_Addition" => "Add",
        "op_Subtraction" => "Subtract",
        "op_Multiply" => "Multiply",
        "op_Division" => "Divide",
        "op_Modulus" => "Remainder",
        "op_UnaryNegation" => "Negate",
        "op_GreaterThan" => "Greater",
        "op_GreaterThanOrEqual" => "GreaterOrEqual",
        "op_LessThan" => "Less",
        "op_LessThanOrEqual" => "LessOrEqual",
        "get_Item" => "[]",
        _ => method.Name.Replace("get_", "", StringComparison.Ordinal),
    };

    // A span, and a number for each axis, come from an array.
    private static MethodInfo? Conversion(Type type)
    {
        if (type == typeof(PerAxis) || type == typeof(Padding)) { return type.GetMethod("op_Implicit", [typeof(int[])]); }
        Type? form = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return form == typeof(ReadOnlySpan<>) || form == typeof(Span<>) ? type.GetMethod("op_Implicit", [type.GenericTypeArguments[0].MakeArrayType()]) : null;
    }

    private static Func<object?[], object?> Compile(MethodBase method, Type? owner)
    {
        ParameterExpression arguments = Expression.Parameter(typeof(object?[]));
        int next = 0;
        Expression? instance = owner is null ? null : Argument(owner);
        Expression[] values = [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType))];
        Expression body = Expression.Call(instance, (MethodInfo)method, values);
        bool isKept = body.Type != typeof(void) && !body.Type.IsByRefLike;
        body = isKept ? Expression.Convert(body, typeof(object)) : Expression.Block(body, Expression.Constant(null));
        return Expression.Lambda<Func<object?[], object?>>(body, arguments).Compile();

        Expression Argument(Type type)
        {
            Expression argument = Expression.ArrayIndex(arguments, Expression.Constant(next++));
            return Conversion(type) is { } conversion
                ? Expression.Call(conversion, Expression.Convert(argument, conversion.GetParameters()[0].ParameterType))
                : Expression.Convert(argument, type);
        }
    }
}
