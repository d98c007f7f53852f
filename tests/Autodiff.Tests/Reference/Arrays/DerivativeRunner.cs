using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Functions of an array by their formulas: the Hessian, and derivatives of all orders, by sweeps over recorded sweeps.</summary>
internal static class DerivativeRunner
{
    public static CaseResult Hessian<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = c.Inputs[0].ToVariable<T>().AttachGradient();
        using (Autograd.Record())
        {
            if (ArrayFormulas.Apply(c, x) is not { } y) { return CaseResult.NotSupported(c.Settings.Text("formula") ?? c.Op); }
            Check check = new();
            check.That("output", VectorArray.Of(y), c.Output, precision.FirstOrder(c)(c.Output));
            Variable<T>[] weight = [c.Cotangents[0]!.ToVariable<T>()];
            check.ThatAny("grads", [.. ArrayRunner.Sweep([y], [x], weight).Select(VectorArray.Of)], c.Gradients, alternative: null, precision.FirstOrder(c));
            Variable<T> gradient = Autograd.Gradient(y, [x], createGraph: true)[0];
            VectorArray hessian = c.Array("hessian"), rows = VectorArray.Zeros(hessian.Shape);
            for (int i = 0; i < x.Length; i++) { Row(gradient, x, i).CopyTo(rows.Data.AsSpan(i * x.Length)); }
            check.That("hessian", rows, hessian, precision.SecondOrder(c)(hessian));
            if (c.Has("hvp"))
            {
                VectorArray expected = c.Array("hvp");
                Variable<T> v = (c.Array("v") with { Shape = [.. x.Shape.Lengths] }).ToVariable<T>();
                VectorArray product = VectorArray.Of(ArrayRunner.Sweep([gradient], [x], [v])[0]) with { Shape = expected.Shape };
                check.That("hvp", product, expected, precision.SecondOrder(c)(expected));
            }

            return check.Result;
        }
    }

    /// <summary>A penalty on the norms of the gradients of tanh(X W) v by the rows of X, and its own gradients.</summary>
    public static CaseResult Penalty<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string formula = c.Settings.Text("formula") ?? c.Op;
        if (formula != "mean_i (|| d sum(tanh(X W) v) / dX_i ||_2 - 1)^2") { return CaseResult.NotSupported(formula); }
        Variable<T>[] stored = ArrayRunner.Leaves<T>(c.Inputs, c.Tracked);
        using (Autograd.Record())
        {
            Variable<T> y = Variable.Sum(Variable.MatMul(Variable.Tanh(Variable.MatMul(stored[0], stored[1])), stored[2]));
            Variable<T> gradient = Autograd.Gradient(y, [stored[0]], createGraph: true)[0];
            return ArrayRunner.Compare(c, stored, [Variable.Mean(Variable.Square(Variable.Norm(gradient, 2, 1) - T.One))], precision);
        }
    }

    public static CaseResult OfAllOrders<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] derivatives = c.Numbers("derivatives");
        VectorArray expected = new([derivatives.Length], derivatives), actual = VectorArray.Zeros(expected.Shape);
        Variable<T> x = new VectorArray([], [c.Settings.Number("x", double.NaN)]).ToVariable<T>().AttachGradient();
        using (Autograd.Record())
        {
            if (ArrayFormulas.OfOne(c.Settings.Text("formula"), x) is not { } y) { return CaseResult.NotSupported(c.Settings.Text("formula") ?? c.Op); }
            for (int order = 0; order < expected.Data.Length; order++)
            {
                actual.Data[order] = double.CreateTruncating(y.Value);
                y = ArrayRunner.IsTracked(y) ? Autograd.Gradient(y, [x], createGraph: true)[0] : T.Zero;
            }
        }

        Check check = new();
        check.That("derivatives", actual, expected, precision.SecondOrder(c)(expected));
        return check.Result;
    }

    private static double[] Row<T>(Variable<T> gradient, Variable<T> x, int i)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] unit = new double[x.Length];
        unit[i] = 1;
        return VectorArray.Of(ArrayRunner.Sweep([gradient], [x], [new VectorArray([.. x.Shape.Lengths], unit).ToVariable<T>()])[0]).Data;
    }
}
