namespace Autodiff.Tests.Reference;

/// <summary>Functions from Rⁿ to R: value and gradient, and the Hessian and its product with a vector where the case has them.</summary>
internal static class FunctionRunner
{
    public static CaseResult Run(VectorCase c)
    {
        IFunction? function = c.Op == "scalar_program" ? ScalarProgram.Of(c) : Formulas.Find(c);
        if (function == null) { return CaseResult.NotSupported(c.TextParameter("formula") ?? c.Op); }
        VectorArray point = c.Inputs[0];
        (double value, double[] gradient) = Autograd.ValueAndGradient<double>(function.Of, point.Data);
        double cotangent = c.Has("cotangent") ? c.Cotangent.Data[0] : 1;
        Check check = new();
        check.That("output", new([], [value]), c.Output, c.Tolerance);
        VectorArray weighted = new(point.Shape, [.. gradient.Select(slope => slope * cotangent)]);
        check.ThatAny("grads", [weighted], c.Gradients, alternative: null, _ => c.Tolerance);
        if (c.Has("hessian"))
        {
            int n = point.Data.Length;
            double[] hessian = new double[n * n];
            Autograd.Hessian(function.Of, point.Data, hessian);
            check.That("hessian", new([n, n], hessian), c.Array("hessian"), c.SecondOrderTolerance);
        }

        if (c.Has("hvp"))
        {
            double[] product = Autograd.HessianVectorProduct<double>(function.Of, point.Data, c.Array("v").Data);
            check.That("hvp", c.Array("hvp") with { Data = product }, c.Array("hvp"), c.SecondOrderTolerance);
        }

        return check.Result;
    }
}
