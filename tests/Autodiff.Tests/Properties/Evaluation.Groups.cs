using System.Numerics;

namespace Autodiff.Tests.Properties;

internal static partial class Evaluation
{
    private static T Piecewise<T>(Function f, T x)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Abs => Scalar.Abs(x),
            Operation.Sign => Scalar.Sign(x),
            Operation.UnitStep => Scalar.UnitStep(x),
            Operation.Floor => Scalar.Floor(x),
            Operation.Ceiling => Scalar.Ceiling(x),
            Operation.Round => Scalar.Round(x),
            Operation.Truncate => T.Truncate(x),
            Operation.Negate => -x,
            Operation.Increment => ++x,
            Operation.Decrement => --x,
            Operation.ScaleB => T.ScaleB(x, (int)f.P),
            Operation.BitIncrement => T.BitIncrement(x),
            _ => throw Unknown(f),
        };

    private static T Activation<T>(Function f, T x)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Sigmoid => Scalar.Sigmoid(x),
            Operation.LogSigmoid => Scalar.LogSigmoid(x),
            Operation.Softplus => Scalar.Softplus(x, f.P),
            Operation.Relu => Scalar.Relu(x),
            Operation.Relu6 => Scalar.Relu6(x),
            Operation.LeakyRelu => Scalar.LeakyRelu(x, f.P),
            Operation.Elu => Scalar.Elu(x, f.P),
            Operation.Selu => Scalar.Selu(x),
            Operation.Gelu => Scalar.Gelu(x),
            Operation.GeluTanh => Scalar.GeluTanh(x),
            Operation.Silu => Scalar.Silu(x),
            Operation.Mish => Scalar.Mish(x),
            Operation.HardTanh => Scalar.HardTanh(x, f.P, f.Q),
            Operation.HardSigmoid => Scalar.HardSigmoid(x),
            Operation.Softsign => Scalar.Softsign(x),
            _ => throw Unknown(f),
        };

    private static T Special<T>(Function f, T x)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Erf => Scalar.Erf(x),
            Operation.Erfc => Scalar.Erfc(x),
            Operation.NormalCdf => Scalar.NormalCdf(x),
            Operation.LogGamma => Scalar.LogGamma(x),
            Operation.Digamma => Scalar.Digamma(x),
            Operation.Polygamma => Scalar.Polygamma((int)f.P, x),
            _ => throw Unknown(f),
        };

    private static T Binary<T>(Function f, T a, T b)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Multiply => a * b,
            Operation.Divide => a / b,
            Operation.Remainder => a % b,
            Operation.Pow => Scalar.Pow(a, b),
            Operation.Atan2 => Scalar.Atan2(a, b),
            Operation.Atan2Pi => T.Atan2Pi(a, b),
            Operation.Hypot => Scalar.Hypot(a, b),
            Operation.LogBase => T.Log(a, b),
            Operation.LogAddExp => Scalar.LogAddExp(a, b),
            Operation.Prelu => Scalar.Prelu(a, b),
            _ => throw Unknown(f),
        };

    private static T Selection<T>(Function f, T a, T b)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Maximum => Scalar.Maximum(a, b),
            Operation.Minimum => Scalar.Minimum(a, b),
            Operation.MaxNumber => T.MaxNumber(a, b),
            Operation.MinNumber => T.MinNumber(a, b),
            Operation.MaxMagnitude => T.MaxMagnitude(a, b),
            Operation.MinMagnitude => T.MinMagnitude(a, b),
            Operation.CopySign => T.CopySign(a, b),
            Operation.Ieee754Remainder => T.Ieee754Remainder(a, b),
            _ => throw Unknown(f),
        };
}
