using System.Reflection;
using System.Text;
using Xunit;

namespace Autodiff.Tests.House;

/// <summary>The public surface as text, so that a change of it is a visible difference.</summary>
public sealed class PublicApiTests
{
    private const string Update = "AUTODIFF_UPDATE_SNAPSHOTS";

    [Theory]
    [InlineData("PublicApi.txt", typeof(Autograd))]
    [InlineData("PublicApi.Nn.txt", typeof(Nn.Losses))]
    public void The_public_surface_is_the_one_on_record(string name, Type member)
    {
        string snapshot = Path.Combine(Repository.Root, "tests/Autodiff.Tests/House", name), actual = Describe(member.Assembly);
        if (Environment.GetEnvironmentVariable(Update) == "1") { File.WriteAllText(snapshot, actual); }
        Assert.True(
            File.ReadAllText(snapshot).ReplaceLineEndings("\n") == actual,
            $"The public surface has changed. If that is meant, run the tests once with {Update}=1 and look at the difference of {name}.");
    }

    private static string Describe(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Name(type)).Append('\n');
            BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (string member in type.GetMembers(declared).Select(Line).Where(line => line.Length > 0).Order(StringComparer.Ordinal).Distinct())
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Line(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => "",
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{{(property.CanRead ? " get;" : "")}{(property.CanWrite ? " set;" : "")} }}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? "?" : "")}"));

    private static string Name(Type type) =>
        type.IsByRef ? $"ref {Name(type.GetElementType()!)}"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]"
        : type.IsGenericParameter || !type.IsGenericType ? type.Name
        : type.Name.Split('`')[0] + Arguments(type.GetGenericArguments());

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";
}
