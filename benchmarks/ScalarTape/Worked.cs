using System.Numerics;
using Autodiff;

namespace ScalarTape;

/// <summary>f = exp(c) + sin(c), c = exp(x) + exp(x)², at 0.25.</summary>
internal sealed class Worked() : Workload("f", [0.25])
{
    protected override double Value(ReadOnlySpan<double> x) => F(x[0]);

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> x) => F(x[0]);

    private static T F<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T a = T.Exp(x);
        T c = a + (a * a);
        return T.Exp(c) + T.Sin(c);
    }
}
