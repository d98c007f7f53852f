using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class ModuleTests
{
    private readonly Random random = new(1);

    [Fact]
    public void Parameters_come_in_the_order_of_declaration_named_by_their_way()
    {
        Sequential<double> model = new(new Linear<double>(2, 3, random), new Tanh<double>(), new Scaled(new Linear<double>(3, 1, random)));
        Assert.Equal(["0.weights", "0.bias", "2.before", "2.inner.weights", "2.inner.bias", "2.after"], model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("0.weights [2, 3]", model.Parameters[0].ToString());
        Assert.All(model.Parameters, parameter => Assert.Equal(GradientRequest.Write, parameter.Value.Request));
    }

    [Fact]
    public void A_module_in_two_places_gives_its_parameters_once()
    {
        Linear<double> shared = new(2, 2, random);
        Sequential<double> model = new(shared, new Tanh<double>(), shared);
        Assert.Equal(["0.weights", "0.bias"], model.Parameters.Select(parameter => parameter.Name));
        Variable<double> x = Normal<double>([3, 2], random);
        Differences.AssertGradients(() => Sum(model.Forward(x)), shared.Weights, shared.Bias!.Value);
    }

    [Fact]
    public void A_request_made_before_is_kept()
    {
        Linear<double> layer = new(2, 2, random);
        layer.Weights.AttachGradient(GradientRequest.Add);
        Assert.Equal(GradientRequest.Add, layer.Parameters[0].Value.Request);
    }

    [Theory]
    [InlineData("taken", "already")]
    [InlineData("with.dot", "dot")]
    [InlineData("", "name")]
    public void Names_within_a_module_differ_and_have_no_dots(string name, string message)
    {
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => new Named("taken", name, random)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_is_an_array_of_its_own()
    {
        Assert.Throws<ArgumentException>(() => new Parameter<double>("view", Zeros<double>(2, 3).Transpose()));
        Assert.Throws<ArgumentException>(() => new Parameter<double>("", Zeros<double>(2)));
        using (Autograd.Record())
        {
            Variable<double> result = Square(Ones<double>(2).AttachGradient());
            Assert.Throws<InvalidOperationException>(() => new Parameter<double>("result", result));
        }
    }

    private sealed class Scaled : Module<double>
    {
        private readonly Variable<double> before, after;
        private readonly Module<double> inner;

        internal Scaled(Module<double> inner)
        {
            before = Parameter("before", Ones<double>(1));
            this.inner = Child("inner", inner);
            after = Parameter("after", Ones<double>(1));
        }

        public override Variable<double> Forward(Variable<double> x) => after * inner.Forward(before * x);
    }

    private sealed class Named : Module<double>
    {
        internal Named(string first, string second, Random random)
        {
            Parameter(first, Ones<double>(1));
            Child(second, new Linear<double>(1, 1, random));
        }

        public override Variable<double> Forward(Variable<double> x) => x;
    }
}
