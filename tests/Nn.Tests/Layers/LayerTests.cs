using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class LayerTests
{
    private readonly Random random = new(5);

    public static TheoryData<string> Activations => [.. NamedActivations().Keys];

    private static Dictionary<string, (Module<double> Module, Func<Variable<double>, Variable<double>> Function)> NamedActivations() => new()
    {
        ["Relu"] = (new Relu<double>(), Relu),
        ["LeakyRelu"] = (new LeakyRelu<double>(0.2), x => LeakyRelu(x, 0.2)),
        ["Elu"] = (new Elu<double>(0.5), x => Elu(x, 0.5)),
        ["Selu"] = (new Selu<double>(), Selu),
        ["Gelu"] = (new Gelu<double>(), Gelu),
        ["Silu"] = (new Silu<double>(), Silu),
        ["Mish"] = (new Mish<double>(), Mish),
        ["Sigmoid"] = (new Sigmoid<double>(), Sigmoid),
        ["Tanh"] = (new Tanh<double>(), Tanh),
        ["Softplus"] = (new Softplus<double>(), x => Softplus(x)),
        ["Softsign"] = (new Softsign<double>(), Softsign),
        ["Activation"] = (new Activation<double>(x => x * x), Square),
    };

    [Fact]
    public void A_linear_layer_is_x_W_plus_b()
    {
        Linear<double> layer = new(3, 2, random);
        double[] w = layer.Weights.ToArray(), b = layer.Bias!.Value.ToArray(), x = [1, -2, 0.5, 3, 0, -1];
        double[] y = layer.Forward(Create<double>(x, 2, 3)).ToArray();
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 2; column++)
            {
                double expected = b[column] + Enumerable.Range(0, 3).Sum(k => x[(3 * row) + k] * w[(2 * k) + column]);
                Assert.Equal(expected, y[(2 * row) + column], 1e-15);
            }
        }
    }

    [Fact]
    public void A_linear_layer_takes_leading_axes_of_any_number()
    {
        Linear<double> layer = new(3, 2, random);
        Assert.Equal(Shape.Of(2), layer.Forward(Zeros<double>(3)).Shape);
        Assert.Equal(Shape.Of(4, 5, 2), layer.Forward(Zeros<double>(4, 5, 3)).Shape);
    }

    [Fact]
    public void The_gradients_of_a_linear_layer_are_those_by_differences()
    {
        Linear<double> layer = new(3, 2, random);
        Variable<double> x = Normal<double>([4, 3], random).AttachGradient(), t = Normal<double>([4, 2], random);
        Differences.AssertGradients(() => Losses.SquaredError(layer.Forward(x), t), layer.Weights, layer.Bias!.Value, x);
    }

    [Fact]
    public void First_values_lie_within_one_over_the_root_of_the_inputs()
    {
        Linear<float> layer = new(100, 50, random);
        float[] values = [.. layer.Weights.ToArray(), .. layer.Bias!.Value.ToArray()];
        Assert.All(values, value => Assert.InRange(value, -0.1f, 0.1f));
        // The variance of an even distribution over ±a is a²/3.
        Assert.Equal(0.01 / 3, values.Average(value => (double)value * value), 1e-4);
        Assert.Equal(0, values.Average(value => (double)value), 5e-3);
    }

    [Fact]
    public void A_layer_may_have_no_bias()
    {
        Linear<double> layer = new(3, 2, random, bias: false);
        Assert.Null(layer.Bias);
        Assert.Equal(["weights"], layer.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(MatMul(Ones<double>(1, 3), layer.Weights).ToArray(), layer.Forward(Ones<double>(1, 3)).ToArray());
    }

    [Fact]
    public void An_input_of_the_wrong_length_is_refused_by_the_layers_name()
    {
        Linear<double> layer = new(3, 2, random);
        ShapeMismatchException refused = Assert.Throws<ShapeMismatchException>(() => layer.Forward(Zeros<double>(3, 4)));
        Assert.Contains("Linear(3, 2): the input is [3, 4], and its last length must be 3", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => layer.Forward(1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear<double>(0, 2, random));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear<double>(2, 0, random));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_is_the_function_of_its_name(string name)
    {
        (Module<double> module, Func<Variable<double>, Variable<double>> function) = NamedActivations()[name];
        Variable<double> x = Normal<double>([4, 5], random).AttachGradient();
        Assert.Equal(function(x).ToArray(), module.Forward(x).ToArray());
        Assert.Equal(name, module.ToString());
        Assert.Empty(module.Parameters);
        Differences.AssertGradients(() => Sum(module.Forward(x)), x);
    }

    [Fact]
    public void A_sequence_hands_on_from_module_to_module()
    {
        Linear<double> first = new(3, 4, random), second = new(4, 2, random);
        Sequential<double> model = new(first, new Tanh<double>(), second);
        Variable<double> x = Normal<double>([5, 3], random).AttachGradient(), t = Normal<double>([5, 2], random);
        Assert.Equal(second.Forward(Tanh(first.Forward(x))).ToArray(), model.Forward(x).ToArray());
        Assert.Equal("Sequential(Linear(3, 4), Tanh, Linear(4, 2))", model.ToString());
        Differences.AssertGradients(() => Losses.MeanSquaredError(model.Forward(x), t), [x, .. model.Parameters.Select(parameter => parameter.Value)]);
    }

    [Fact]
    public void An_empty_sequence_hands_the_input_on() =>
        Assert.Equal([1.0, 2], new Sequential<double>().Forward(Create<double>([1, 2], 2)).ToArray());
}
