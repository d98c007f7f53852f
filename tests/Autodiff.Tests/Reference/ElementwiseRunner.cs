using System.Numerics;

namespace Autodiff.Tests.Reference;

/// <summary>Operations element by element: output and gradients, and for double backward the derivative of the gradients.</summary>
internal static class ElementwiseRunner
{
    public static CaseResult Run(VectorCase c)
    {
        if (Elementwise.Of(c) is not { } operation) { return CaseResult.NotSupported(c.Op); }
        Check check = new();
        FirstOrder<double>(c, operation, check, _ => c.Tolerance);
        if (c.Has("grads2")) { SecondOrder(c, operation, check); }
        return check.Result;
    }

    /// <summary>Output and gradients in float.</summary>
    public static CaseResult RunInSinglePrecision(VectorCase c)
    {
        if (Elementwise.Of(c) is not { } operation) { return CaseResult.NotSupported(c.Op); }
        Check check = new();
        FirstOrder<float>(c, operation, check, Tolerance.SinglePrecision);
        return check.Result;
    }

    private static void FirstOrder<T>(VectorCase c, Elementwise operation, Check check, Func<VectorArray, Tolerance> tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        VectorArray output = VectorArray.Zeros(operation.Shape), cotangent = c.Cotangent;
        VectorArray[] gradients = [.. operation.Inputs.Select(input => VectorArray.Zeros(input.Shape))];
        T[] derivative = new T[operation.Inputs.Length];
        for (int i = 0; i < output.Data.Length; i++)
        {
            T[] point = [.. operation.Gather(i, operation.Inputs).Select(T.CreateTruncating)];
            output.Data[i] = double.CreateTruncating(operation.Function.Of<T>(point));
            Autograd.VectorJacobianProduct<T>((x, y) => y[0] = operation.Function.Of(x), point, [T.CreateTruncating(cotangent.Data[i])], derivative);
            operation.Scatter(i, [.. derivative.Select(double.CreateTruncating)], gradients);
        }

        VectorArray?[]? alternativeOutput = c.Has("alt_output") ? [c.Array("alt_output")] : null;
        VectorArray?[]? alternativeGradients = c.Has("alt_grads") ? c.Arrays("alt_grads") : null;
        check.ThatAny("output", [output], [c.Output], alternativeOutput, tolerance);
        check.ThatAny("grads", gradients, c.Gradients, alternativeGradients, tolerance);
    }

    // The gradients g(x, c) = c f'(x) with weights u: their derivative by x is the Hessian of c f(x) times u, and by c it is f'(x) u.
    private static void SecondOrder(VectorCase c, Elementwise operation, Check check)
    {
        VectorArray cotangent = c.Cotangent, byCotangent = VectorArray.Zeros(operation.Shape);
        VectorArray[] weights = [.. c.Arrays("grad_cotangents").Select(weight => weight!)];
        VectorArray[] byInputs = [.. operation.Inputs.Select(input => VectorArray.Zeros(input.Shape))];
        double[] product = new double[operation.Inputs.Length];
        for (int i = 0; i < byCotangent.Data.Length; i++)
        {
            double[] point = operation.Gather(i, operation.Inputs), weight = operation.Gather(i, weights);
            Dual<double> factor = cotangent.Data[i];
            Autograd.HessianVectorProduct(x => operation.Function.Of(x) * factor, point, weight, product);
            operation.Scatter(i, product, byInputs);
            byCotangent.Data[i] = Autograd.JacobianVectorProduct<double>((x, y) => y[0] = operation.Function.Of(x), point, weight, outputs: 1)[0];
        }

        check.ThatAny("grads2", byInputs, c.Arrays("grads2"), alternative: null, _ => c.SecondOrderTolerance);
        check.That("grad2_cotangent", byCotangent, c.Array("grad2_cotangent"), c.SecondOrderTolerance);
    }
}
