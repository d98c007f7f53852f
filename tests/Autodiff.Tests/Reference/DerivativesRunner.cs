using System.Numerics;

namespace Autodiff.Tests.Reference;

/// <summary>Derivatives of a function of one number to any order, by nesting number types.</summary>
internal static class DerivativesRunner
{
    public static CaseResult Run(VectorCase c)
    {
        if (Formulas.FindOfOne(c) is not { } function) { return CaseResult.NotSupported(c.TextParameter("formula") ?? c.Op); }
        double[] expected = c.Numbers("derivatives");
        double x = c.Parameter("x", double.NaN);
        VectorArray derivatives = new([expected.Length], [.. expected.Select((_, order) => Derivative(function, order, x))]);
        Check check = new();
        check.That("derivatives", derivatives, new([expected.Length], expected), c.SecondOrderTolerance);
        return check.Result;
    }

    private static T Derivative<T>(IFunction function, int order, T x)
        where T : IFloatingPointIeee754<T> =>
        order == 0 ? function.Of<T>([x]) : Derivative(function, order - 1, Dual.Seed(x)).Tangent;
}
