namespace Autodiff.Tests.Ops;

/// <summary>The operations as user code calls them, one class each, so that they can be run on every kind of number.</summary>
internal static partial class Functions
{
    public sealed class Abs : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Abs(x[0]); }

    public sealed class Acos : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Acos(x[0]); }

    public sealed class Acosh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Acosh(x[0]); }

    public sealed class Asin : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Asin(x[0]); }

    public sealed class Asinh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Asinh(x[0]); }

    public sealed class Atan : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Atan(x[0]); }

    public sealed class Atanh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Atanh(x[0]); }

    public sealed class Cbrt : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Cbrt(x[0]); }

    public sealed class Ceiling : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Ceiling(x[0]); }

    public sealed class Cos : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Cos(x[0]); }

    public sealed class CosPi : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.CosPi(x[0]); }

    public sealed class Cosh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Cosh(x[0]); }

    public sealed class Digamma : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Digamma(x[0]); }

    public sealed class Elu(double alpha) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Elu(x[0], alpha); }

    public sealed class Erf : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Erf(x[0]); }

    public sealed class Erfc : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Erfc(x[0]); }

    public sealed class Exp : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Exp(x[0]); }

    public sealed class Exp10 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Exp10(x[0]); }

    public sealed class Exp2 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Exp2(x[0]); }

    public sealed class ExpM1 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.ExpM1(x[0]); }

    public sealed class Floor : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Floor(x[0]); }

    public sealed class Gelu : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Gelu(x[0]); }

    public sealed class GeluTanh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.GeluTanh(x[0]); }

    public sealed class HardSigmoid : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.HardSigmoid(x[0]); }

    public sealed class HardTanh(double low, double high) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.HardTanh(x[0], low, high); }

    public sealed class LeakyRelu(double slope) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.LeakyRelu(x[0], slope); }

    public sealed class Log : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Log(x[0]); }

    public sealed class Log10 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Log10(x[0]); }

    public sealed class Log2 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Log2(x[0]); }

    public sealed class LogGamma : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.LogGamma(x[0]); }

    public sealed class LogP1 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.LogP1(x[0]); }

    public sealed class LogSigmoid : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.LogSigmoid(x[0]); }

    public sealed class Mish : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Mish(x[0]); }

    public sealed class Negate : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => -x[0]; }

    public sealed class NormalCdf : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.NormalCdf(x[0]); }

    public sealed class Polygamma(int order) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Polygamma(order, x[0]); }

    public sealed class Power(double exponent) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Pow(x[0], T.CreateTruncating(exponent)); }

    public sealed class Reciprocal : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Reciprocal(x[0]); }

    public sealed class ReciprocalSqrt : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.ReciprocalSqrt(x[0]); }

    public sealed class Relu : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Relu(x[0]); }

    public sealed class Relu6 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Relu6(x[0]); }

    public sealed class RootN(int n) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.RootN(x[0], n); }

    public sealed class Round : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Round(x[0]); }

    public sealed class ScaleB(int n) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.ScaleB(x[0], n); }

    public sealed class Selu : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Selu(x[0]); }

    public sealed class Sigmoid : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Sigmoid(x[0]); }

    public sealed class Sign : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Sign(x[0]); }

    public sealed class Silu : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Silu(x[0]); }

    public sealed class Sin : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Sin(x[0]); }

    public sealed class SinPi : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.SinPi(x[0]); }

    public sealed class Sinh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Sinh(x[0]); }

    public sealed class Softplus(double beta) : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Softplus(x[0], beta); }

    public sealed class Softsign : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Softsign(x[0]); }

    public sealed class Sqrt : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Sqrt(x[0]); }

    public sealed class Square : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Square(x[0]); }

    public sealed class Tan : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Tan(x[0]); }

    public sealed class TanPi : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.TanPi(x[0]); }

    public sealed class Tanh : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Tanh(x[0]); }

    public sealed class UnitStep : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.UnitStep(x[0]); }
}
