using System.Numerics;
using Autodiff.Recording;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>
/// An operation on recorded arrays: its results, its gradients by an ordinary sweep and by one that is recorded, and the gradients of those.
/// </summary>
internal static class ArrayRunner
{
    public static CaseResult Run<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] stored = Leaves<T>(c.Inputs, c.Tracked);
        using (Autograd.Record())
        {
            return Operations.Apply(Call<T>.Of(c, stored)) is { } outputs ? Compare(c, stored, outputs, precision) : CaseResult.NotSupported(c.Op);
        }
    }

    /// <summary>The arrays of a case, with a gradient attached where one is defined.</summary>
    public static Variable<T>[] Leaves<T>(VectorArray[] inputs, bool[] tracked)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. inputs.Zip(tracked, (input, isTracked) => isTracked ? input.ToVariable<T>().AttachGradient() : input.ToVariable<T>())];

    /// <summary>Compares results, and sweeps back from them to the stored arrays.</summary>
    public static CaseResult Compare<T>(VectorCase c, Variable<T>[] stored, Variable<T>[] outputs, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check check = new();
        Func<VectorArray, Tolerance> tolerance = precision.FirstOrder(c);
        check.ThatAny("output", [.. outputs.Select(VectorArray.Of)], c.Outputs, c.Has("alt_output") ? [c.Array("alt_output")] : null, tolerance);
        (Variable<T>[] heads, Variable<T>[] weights) = Heads<T>(outputs, c.Cotangents);
        Variable<T>[] variables = [.. stored.Where(variable => variable.Request != null)];
        if (variables.Length == 0) { return check.Result; }
        VectorArray?[] gradients = Corrections.OfGradients(c);
        VectorArray?[]? alternative = c.Has("alt_grads") ? c.Arrays("alt_grads") : Conventions.Gradients(c);
        Variable<T>[] swept = Sweep(heads, variables, weights);
        check.ThatAny("grads", ByInput(stored, swept), gradients, alternative, tolerance);
        Variable<T>[] recorded = heads.Length == 0 ? swept : Autograd.Gradient(heads, variables, weights, createGraph: true);
        check.ThatAny("recorded grads", ByInput(stored, recorded), gradients, alternative, tolerance);
        if (c.Has("grads2")) { SecondOrder(c, stored, recorded, weights[0], check, precision.SecondOrder(c)); }
        return check.Result;
    }

    /// <summary>Whether a sweep can start at a value.</summary>
    public static bool IsTracked<T>(Variable<T> value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Recording<T> recording = Recording<T>.Current;
        return recording.Tracks(value.NodeIn(recording));
    }

    /// <summary>The gradients of weighted heads; 0 where no head depends on anything.</summary>
    public static Variable<T>[] Sweep<T>(Variable<T>[] heads, Variable<T>[] variables, Variable<T>[] weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] open = [.. Enumerable.Range(0, heads.Length).Where(i => IsTracked(heads[i]))];
        return open.Length == 0
            ? [.. variables.Select(variable => Variable.Zeros<T>(variable.Shape.Lengths))]
            : Autograd.Gradient([.. open.Select(i => heads[i])], variables, [.. open.Select(i => weights[i])], retainGraph: true);
    }

    private static (Variable<T>[] Heads, Variable<T>[] Weights) Heads<T>(Variable<T>[] outputs, VectorArray?[] cotangents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] open = [.. Enumerable.Range(0, outputs.Length).Where(i => cotangents[i] != null && IsTracked(outputs[i]))];
        return ([.. open.Select(i => outputs[i])], [.. open.Select(i => cotangents[i]!.ToVariable<T>().AttachGradient())]);
    }

    // The gradients g(x, c) with weights u: the derivatives of their weighted sum by x and by the cotangent c.
    private static void SecondOrder<T>(
        VectorCase c, Variable<T>[] stored, Variable<T>[] gradients, Variable<T> cotangent, Check check, Func<VectorArray, Tolerance> tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] variables = [.. stored.Where(variable => variable.Request != null), cotangent];
        Variable<T>[] weights = [.. c.Arrays("grad_cotangents").Where(weight => weight != null).Select(weight => weight!.ToVariable<T>())];
        Variable<T>[] swept = Sweep(gradients, variables, weights);
        check.ThatAny("grads2", ByInput(stored, swept), c.Arrays("grads2"), alternative: null, tolerance);
        VectorArray expected = c.Array("grad2_cotangent");
        check.That("grad2_cotangent", VectorArray.Of(swept[^1]), expected, tolerance(expected));
    }

    // Aligned with the inputs; nothing is expected of those without a gradient.
    private static VectorArray[] ByInput<T>(Variable<T>[] stored, Variable<T>[] gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int next = 0;
        return [.. stored.Select(variable => variable.Request != null ? VectorArray.Of(gradients[next++]) : VectorArray.Zeros([0]))];
    }
}
