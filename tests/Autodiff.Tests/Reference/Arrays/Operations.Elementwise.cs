using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Element by element.</content>
internal static partial class Operations
{
    private static Variable<T>? Unary<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.X.Length == 1 ? Algebraic(call) ?? Exponential(call) ?? Trigonometric(call) ?? Activation(call) ?? Special(call) : null;

    private static Variable<T>? Algebraic<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "abs" => Abs(call.A),
            "neg" => -call.A,
            "sign" => Sign(call.A),
            "floor" => Floor(call.A),
            "ceil" => Ceiling(call.A),
            "round" => Round(call.A),
            "square" => Square(call.A),
            "reciprocal" => Reciprocal(call.A),
            "sqrt" => Sqrt(call.A),
            "rsqrt" => ReciprocalSqrt(call.A),
            "cbrt" => Cbrt(call.A),
            _ => null,
        };

    private static Variable<T>? Exponential<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "exp" => Exp(call.A),
            "exp2" => Exp2(call.A),
            "expm1" => ExpM1(call.A),
            "log" => Log(call.A),
            "log2" => Log2(call.A),
            "log10" => Log10(call.A),
            "log1p" => LogP1(call.A),
            _ => null,
        };

    private static Variable<T>? Trigonometric<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "sin" => Sin(call.A),
            "cos" => Cos(call.A),
            "tan" => Tan(call.A),
            "asin" => Asin(call.A),
            "acos" => Acos(call.A),
            "atan" => Atan(call.A),
            "sinh" => Sinh(call.A),
            "cosh" => Cosh(call.A),
            "tanh" => Tanh(call.A),
            "asinh" => Asinh(call.A),
            "acosh" => Acosh(call.A),
            "atanh" => Atanh(call.A),
            _ => null,
        };

    private static Variable<T>? Activation<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "sigmoid" => Sigmoid(call.A),
            "logsigmoid" => LogSigmoid(call.A),
            "softplus" => SoftplusBelow(call.A, call.Settings.Number("beta", 1), call.Settings.Number("threshold", 20)),
            "softsign" => Softsign(call.A),
            "relu" => Relu(call.A),
            "relu6" => Relu6(call.A),
            "leaky_relu" => LeakyRelu(call.A, call.Settings.Number("negative_slope", 0.01)),
            "elu" => Elu(call.A, call.Settings.Number("alpha", 1)),
            "selu" => Selu(call.A),
            "gelu" => call.Settings.Text("approximate") == "tanh" ? GeluTanh(call.A) : Gelu(call.A),
            "silu" => Silu(call.A),
            "mish" => Mish(call.A),
            "hardtanh" => HardTanh(call.A, call.Settings.Number("min_val", -1), call.Settings.Number("max_val", 1)),
            "hardsigmoid" => HardSigmoid(call.A),
            _ => null,
        };

    private static Variable<T>? Special<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "erf" => Erf(call.A),
            "erfc" => Erfc(call.A),
            "lgamma" => LogGamma(call.A),
            "digamma" => Digamma(call.A),
            _ => null,
        };

    private static Variable<T>? Binary<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "add" => call.A + call.B,
            "sub" => call.A - call.B,
            "mul" => call.A * call.B,
            "div" => call.A / call.B,
            "pow" => Pow(call.A, call.B),
            "atan2" => Atan2(call.A, call.B),
            "hypot" => Hypot(call.A, call.B),
            "maximum" => Maximum(call.A, call.B),
            "minimum" => Minimum(call.A, call.B),
            "logaddexp" => LogAddExp(call.A, call.B),
            "prelu" => Prelu(call.A, AlongAxis(call.B, call.Settings.Integer("channel_dim", -1), call.A.Rank)),
            _ => null,
        };

    private static Variable<T>? WithScalar<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "add_scalar" => call.A + call.Number("scalar", 0),
            "rsub_scalar" => call.Number("scalar", 0) - call.A,
            "mul_scalar" => call.A * call.Number("scalar", 1),
            "rdiv_scalar" => call.Number("scalar", 1) / call.A,
            "pow_scalar" => Pow(call.A, call.Settings.Number("scalar", 1)),
            "rpow_scalar" => Pow(call.Number("scalar", 1), call.A),
            _ => null,
        };

    // The line beyond a threshold of beta x. From the ordinary one on, 20, that is what rounding makes of the function, within 3e-9.
    private static Variable<T> SoftplusBelow<T>(Variable<T> x, double beta, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> curve = Softplus(x, beta);
        return threshold >= 20 ? curve : Where(x * T.CreateTruncating(beta) > T.CreateTruncating(threshold), x, curve);
    }

    // A vector as one that lies along an axis of an array of some rank; one weight alone is that of all.
    private static Variable<T> AlongAxis<T>(Variable<T> vector, int axis, int rank)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (axis < 0) { return vector; }
        if (axis >= rank) { return vector.Reshape([]); }
        int[] lengths = new int[rank];
        Array.Fill(lengths, 1);
        lengths[axis] = vector.Length;
        return vector.Reshape(lengths);
    }
}
