using System.Numerics;
using Autodiff.Tests.Reference;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>Twenty steps from a point, beside the points of the reference.</summary>
public sealed class ReferenceTests
{
    private static readonly VectorCase[] All = [.. VectorFile.ReadAll().SelectMany(file => file.Cases).Where(found => found.Op == "optimizer")];

    // They stand in the first case that has them only.
    private static readonly VectorArray?[][] FixedGradients = All.First(found => found.Has("gradients")).Lists("gradients");

    public static TheoryData<string> Cases => [.. All.Where(IsCovered).Select(found => found.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Trajectories_are_those_of_the_reference(string id)
    {
        VectorCase reference = All.Single(found => found.Id == id);
        Follow<double>(reference, reference.Tolerance);
        Follow<float>(reference, new(2e-5, 2e-4));
    }

    private static bool IsCovered(VectorCase found) =>
        found.TextParameter("name") is "SGD" or "Adam" or "AdamW"
        && found.TextParameter("objective") is "quadratic" or "fixed_gradients"
        && found.Parameter("maximize") is null && found.Parameter("amsgrad") is null;

    private static void Follow<T>(VectorCase reference, Tolerance tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        VectorArray?[][] trajectory = reference.Lists("trajectory");
        Parameter<T>[] parameters = [.. trajectory[0].Select((start, i) => new Parameter<T>($"x{i}", Of<T>(start!)))];
        Optimizer<T> optimizer = OptimizerOf(reference, parameters);
        for (int step = 1; step < trajectory.Length; step++)
        {
            using (Autograd.Record()) { Objective(reference, parameters, step - 1).Backward(); }
            optimizer.Step();
            for (int i = 0; i < parameters.Length; i++)
            {
                double[] expected = trajectory[step][i]!.Data, actual = [.. parameters[i].Value.ToArray().Select(double.CreateChecked)];
                Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= tolerance.Absolute + (tolerance.Relative * Math.Max(1, Math.Abs(a))));
            }
        }
    }

    private static Optimizer<T> OptimizerOf<T>(VectorCase reference, Parameter<T>[] parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double rate = reference.Parameter("lr", double.NaN);
        if (reference.TextParameter("name") is "Adam" or "AdamW")
        {
            double[] betas = reference.Parameter("betas") is { } given ? [.. given.EnumerateArray().Select(VectorArray.Number)] : [0.9, 0.999];
            double epsilon = reference.Parameter("eps", 1e-8);
            return reference.TextParameter("name") == "Adam"
                ? new Adam<T>(parameters, rate, betas[0], betas[1], epsilon, reference.Parameter("weight_decay", 0))
                : new AdamW<T>(parameters, rate, betas[0], betas[1], epsilon, reference.Parameter("weight_decay", 0.01));
        }
        bool nesterov = reference.Parameter("nesterov", 0) != 0;
        return new Sgd<T>(
            parameters, rate, reference.Parameter("momentum", 0), reference.Parameter("dampening", 0), nesterov, reference.Parameter("weight_decay", 0));
    }

    // x·Ax/2 - b·x, or a linear function whose gradient is the one that the step is to be given.
    private static Variable<T> Objective<T>(VectorCase reference, Parameter<T>[] parameters, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = parameters[0].Value;
        if (reference.TextParameter("objective") == "quadratic")
        {
            Variable<T> a = Of<T>(reference.Array("A")), b = Of<T>(reference.Array("b"));
            return (Sum(x * MatMul(a, x)) / T.CreateChecked(2)) - Sum(b * x);
        }
        Variable<T> sum = Sum(Of<T>(FixedGradients[step][0]!) * x);
        for (int i = 1; i < parameters.Length; i++) { sum += Sum(Of<T>(FixedGradients[step][i]!) * parameters[i].Value); }
        return sum;
    }

    private static Variable<T> Of<T>(VectorArray array)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Create<T>([.. array.Data.Select(T.CreateChecked)], array.Shape);
}
