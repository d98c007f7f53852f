using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Autodiff.Tests.House;
using Xunit;

namespace Autodiff.Nn.Tests;

/// <summary>Networks define no derivative: they see the engine from outside, and every derivative comes from its operations.</summary>
public sealed class CompositionTests
{
    private static readonly Assembly Engine = typeof(Autograd).Assembly, Networks = typeof(Module<>).Assembly;

    [Fact]
    public void The_engine_keeps_its_internals_from_them() =>
        Assert.DoesNotContain(
            Engine.GetCustomAttributes<InternalsVisibleToAttribute>(),
            open => open.AssemblyName.Split(',')[0] == Networks.GetName().Name);

    [Fact]
    public void No_type_is_a_rule() =>
        Assert.All(
            Networks.GetTypes(),
            type => Assert.DoesNotContain(type.GetInterfaces(), contract => contract.Assembly == Engine && !contract.IsPublic));

    [Fact]
    public void No_source_states_a_derivative()
    {
        Regex internals = new(@"I(Unary|Binary|Array|View)Rule|Autodiff\.(Ops|Recording|Kernels)|\bPull\(");
        Assert.Empty(Repository.Sources("src/Nn").Where(file => internals.IsMatch(File.ReadAllText(file))).Select(Repository.Name));
    }
}
