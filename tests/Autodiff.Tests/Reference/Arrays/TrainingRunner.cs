using System.Numerics;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Training: the losses before each step, and the parameters after the last one.</summary>
internal static class TrainingRunner
{
    public static CaseResult Run<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Settings settings = c.Settings;
        if (settings.Text("model")?.StartsWith("logits = tanh(X W1^T + b1) W2^T + b2; loss = cross_entropy(mean)", StringComparison.Ordinal) != true)
        {
            return CaseResult.NotSupported(settings.Text("model") ?? c.Op);
        }

        Variable<T> x = c.Inputs[0].ToVariable<T>();
        Indices labels = [.. c.Inputs[1].Data.Select(int.CreateChecked)];
        Parameter<T>[] parameters = [.. c.Inputs[2..].Select((input, i) => new Parameter<T>($"parameter{i}", input.ToVariable<T>()))];
        if (OptimizerOf(settings.Text("optimizer"), settings, parameters) is not { } optimizer) { return CaseResult.NotSupported(settings.Text("optimizer")!); }
        double[] losses = new double[settings.Integer("steps", 0)];
        for (int step = 0; step < losses.Length; step++)
        {
            using (Autograd.Record())
            {
                Variable<T> hidden = Tanh(Layer(x, 0)), loss = Losses.CrossEntropy(Layer(hidden, 2), labels);
                losses[step] = double.CreateTruncating(loss.Value);
                loss.Backward();
            }

            optimizer.Step();
        }

        Check check = new();
        VectorArray expected = new([losses.Length], c.Numbers("losses"));
        check.That("losses", new([losses.Length], losses), expected, precision.SecondOrder(c)(expected));
        check.ThatAny("final", [.. parameters.Select(parameter => VectorArray.Of(parameter.Value))], c.Arrays("final"), null, precision.SecondOrder(c));
        return check.Result;

        Variable<T> Layer(Variable<T> input, int first) => Affine(input, parameters[first].Value.Transpose(), parameters[first + 1].Value);
    }

    /// <summary>An optimizer by its name, or null for one that does not exist.</summary>
    public static Optimizer<T>? OptimizerOf<T>(string? name, Settings settings, Parameter<T>[] parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] betas = settings.Find("betas") is { } given ? [.. given.EnumerateArray().Select(VectorArray.Number)] : [0.9, 0.999];
        if (settings.Flag("amsgrad") || settings.Flag("maximize")) { return null; }
        double decay = settings.Number("weight_decay", 0), epsilon = settings.Number("eps", 1e-8);
        return name switch
        {
            "SGD" => new Sgd<T>(
                parameters, settings.Number("lr", 1e-3), settings.Number("momentum", 0), settings.Number("dampening", 0), settings.Flag("nesterov"), decay),
            "Adam" => new Adam<T>(parameters, settings.Number("lr", 1e-3), betas[0], betas[1], epsilon, decay),
            "AdamW" => new AdamW<T>(parameters, settings.Number("lr", 1e-3), betas[0], betas[1], epsilon, settings.Number("weight_decay", 0.01)),
            _ => null,
        };
    }
}
