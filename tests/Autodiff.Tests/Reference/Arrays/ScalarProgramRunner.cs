using System.Numerics;
using System.Text.Json;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Programs on numbers, run on arrays of one element: value, gradient, and the product of the Hessian with a vector.</summary>
internal static class ScalarProgramRunner
{
    /// <summary>Runs a case on elements without axes, and on elements with one.</summary>
    public static CaseResult Run<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CaseResult without = Run<T>(c, precision, []);
        return without.Outcome == Outcome.Passed ? Run<T>(c, precision, [1]) : without;
    }

    private static CaseResult Run<T>(VectorCase c, Precision precision, int[] shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] point = c.Inputs[0].Data;
        Variable<T>[] x = [.. point.Select(number => new VectorArray(shape, [number]).ToVariable<T>().AttachGradient())];
        using (Autograd.Record())
        {
            if (Value(c, x) is not { } y) { return CaseResult.NotSupported(c.Op); }
            Check check = new();
            Func<VectorArray, Tolerance> first = precision.FirstOrder(c);
            check.That("output", Joined([y], []), c.Output, first(c.Output));
            Variable<T>[] one = [Variable.Ones<T>(shape)];
            check.ThatAny("grads", [Joined(ArrayRunner.Sweep([y], x, one), [point.Length])], c.Gradients, alternative: null, first);
            Variable<T>[] gradient = ArrayRunner.IsTracked(y) ? Autograd.Gradient([y], x, one, createGraph: true) : ArrayRunner.Sweep([y], x, one);
            check.ThatAny("recorded grads", [Joined(gradient, [point.Length])], c.Gradients, alternative: null, first);
            Variable<T>[] v = [.. c.Array("v").Data.Select(number => new VectorArray(shape, [number]).ToVariable<T>())];
            VectorArray product = c.Array("hvp");
            check.That("hvp", Joined(ArrayRunner.Sweep(gradient, x, v), product.Shape), product, precision.SecondOrder(c)(product));
            return check.Result;
        }
    }

    private static Variable<T>? Value<T>(VectorCase c, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<Variable<T>> slots = [.. x];
        foreach (JsonElement node in c.Settings.Find("nodes")!.Value.EnumerateArray())
        {
            Variable<T>[] arguments = [.. node.EnumerateArray().Skip(1).Select(slot => slots[slot.GetInt32()])];
            if (Operations.ApplyToOne(new Call<T>(node[0].GetString()!, default, arguments)) is not { } result) { return null; }
            slots.Add(result);
        }

        double[] weights = VectorArray.ReadFlat(c.Settings.Find("weights")!.Value).Data;
        Variable<T>? sum = null;
        foreach ((int slot, double weight) in c.Settings.Integers("outputs").Zip(weights))
        {
            Variable<T> term = slots[slot] * T.CreateTruncating(weight);
            sum = sum is { } before ? before + term : term;
        }

        return sum;
    }

    private static VectorArray Joined<T>(Variable<T>[] numbers, int[] shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(shape, [.. numbers.Select(number => double.CreateTruncating(number.Value))]);
}
