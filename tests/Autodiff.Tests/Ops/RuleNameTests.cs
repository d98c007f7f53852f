using System.Reflection;
using Autodiff.Ops;
using Xunit;

namespace Autodiff.Tests.Ops;

public sealed class RuleNameTests
{
    [Fact]
    public void A_rule_without_parameters_has_the_name_of_its_type()
    {
        Assert.Equal("Exp", RuleName.Of(default(Exp)));
        Assert.Equal("Multiply", RuleName.Of(default(Multiply)));
    }

    [Fact]
    public void A_rule_with_parameters_shows_them()
    {
        Assert.Equal("Elu[0.5]", RuleName.Of(new Elu(0.5)));
        Assert.Equal("HardTanh[0, 6]", RuleName.Of(new HardTanh(0, 6)));
        Assert.Equal("LeakyRelu[0.01]", RuleName.Of(new LeakyRelu(0.01)));
        Assert.Equal("Polygamma[1]", RuleName.Of(new Polygamma(1)));
        Assert.Equal("Power[-1.5]", RuleName.Of(new Power(-1.5)));
        Assert.Equal("RootN[3]", RuleName.Of(new RootN(3)));
        Assert.Equal("Round[2, ToEven]", RuleName.Of(new Round(2, MidpointRounding.ToEven)));
        Assert.Equal("ScaleB[-4]", RuleName.Of(new ScaleB(-4)));
        Assert.Equal("Softplus[1]", RuleName.Of(new Softplus(1)));
    }

    [Fact]
    public void Every_rule_with_parameters_says_how_it_is_shown()
    {
        var silent =
            from type in typeof(IUnaryRule).Assembly.GetTypes()
            where type.IsValueType && (typeof(IUnaryRule).IsAssignableFrom(type) || typeof(IBinaryRule).IsAssignableFrom(type))
            where type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Length > 0
            where type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType != type
            select type.Name;
        Assert.Empty(silent);
    }
}
