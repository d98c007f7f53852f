using static Autodiff.Tests.Properties.Formula;

namespace Autodiff.Tests.Properties;

internal sealed partial class Symbolic
{
    private const double SeluScale = 1.05070098735548049341933498529460;
    private const double SeluAlpha = 1.67326324235437728481704291676717;
    private const double TwoOverSqrtPi = 1.12837916709551257389615890312;
    private const double OneOverSqrtTwoPi = 0.398942280401432677939946059934;
    private const double SqrtTwoOverPi = 0.797884560802865355879892119869;

    private static Expression Activation(Function f, Expression x) => f.Operation switch
    {
        Operation.Sigmoid => SigmoidSlope(x),
        Operation.LogSigmoid => 1 / (1 + Exp(x)),
        Operation.Softplus => 1 / (1 + Exp(-f.P * x)),
        Operation.Relu => Step(x),
        Operation.Relu6 => Step(x) - Step(x - 6),
        Operation.LeakyRelu => f.P + ((1 - f.P) * Step(x)),
        Operation.Elu => Step(x) + (f.P * Step(-x) * Exp(Minimum(x, 0))),
        Operation.Selu => SeluScale * (Step(x) + (SeluAlpha * Step(-x) * Exp(Minimum(x, 0)))),
        Operation.Gelu => (0.5 * Erfc(x * -Math.Sqrt(0.5))) + (x * Density(x)),
        Operation.GeluTanh => GeluTanhSlope(x),
        Operation.Silu => (1 / (1 + Exp(-x))) + (x * SigmoidSlope(x)),
        Operation.Mish => MishSlope(x),
        Operation.HardTanh => Step(x - f.P) - Step(x - f.Q),
        Operation.HardSigmoid => (Step(x + 3) - Step(x - 3)) / 6,
        Operation.Softsign => 1 / Square(1 + Abs(x)),
        _ => throw Unknown(f),
    };

    private static Expression Special(Function f, Expression x) => f.Operation switch
    {
        Operation.Erf => TwoOverSqrtPi * Exp(-Square(x)),
        Operation.Erfc => -TwoOverSqrtPi * Exp(-Square(x)),
        Operation.NormalCdf => Density(x),
        Operation.LogGamma => Polygamma(0, x),
        Operation.Digamma => Polygamma(1, x),
        Operation.Polygamma => Polygamma(f.P + 1, x),
        _ => throw Unknown(f),
    };

    // The logistic function is (1 + tanh(x/2))/2.
    private static Expression SigmoidSlope(Expression x) => 0.25 / Square(Cosh(0.5 * x));

    private static Expression Density(Expression x) => OneOverSqrtTwoPi * Exp(-0.5 * Square(x));

    private static Expression GeluTanhSlope(Expression x)
    {
        Expression u = SqrtTwoOverPi * (x + (0.044715 * Pow(x, 3)));
        Expression slopeOfU = SqrtTwoOverPi * (1 + (0.134145 * Square(x)));
        return (0.5 * (1 + Tanh(u))) + (0.5 * x * slopeOfU / Square(Cosh(u)));
    }

    private static Expression MishSlope(Expression x)
    {
        Expression softplus = new Call(new Function(Operation.Softplus, 1), x);
        return Tanh(softplus) + (x / (Square(Cosh(softplus)) * (1 + Exp(-x))));
    }
}
