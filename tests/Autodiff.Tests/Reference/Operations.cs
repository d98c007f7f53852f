using Autodiff.Tests.Ops;

namespace Autodiff.Tests.Reference;

/// <summary>The operations of the vectors, by the names they have there.</summary>
internal static class Operations
{
    /// <summary>The operation of a case with its settings, or null for one that is not elementwise or not known.</summary>
    public static IFunction? Find(VectorCase c) => c.Op switch
    {
        "softplus" when c.Parameter("threshold", 20) < 20 => null,
        "softplus" => new Functions.Softplus(c.Parameter("beta", 1)),
        "leaky_relu" => new Functions.LeakyRelu(c.Parameter("negative_slope", 0.01)),
        "elu" => new Functions.Elu(c.Parameter("alpha", 1)),
        "gelu" when c.TextParameter("approximate") == "tanh" => new Functions.GeluTanh(),
        "hardtanh" => new Functions.HardTanh(c.Parameter("min_val", -1), c.Parameter("max_val", 1)),
        "add_scalar" => new WithConstant(new Functions.Add(), c.Parameter("scalar", 0), first: false),
        "rsub_scalar" => new WithConstant(new Functions.Subtract(), c.Parameter("scalar", 0), first: true),
        "mul_scalar" => new WithConstant(new Functions.Multiply(), c.Parameter("scalar", 1), first: false),
        "rdiv_scalar" => new WithConstant(new Functions.Divide(), c.Parameter("scalar", 1), first: true),
        "pow_scalar" => new WithConstant(new Functions.Pow(), c.Parameter("scalar", 1), first: false),
        "rpow_scalar" => new WithConstant(new Functions.Pow(), c.Parameter("scalar", 1), first: true),
        _ => Unary(c.Op) ?? Binary(c.Op),
    };

    public static IFunction? Unary(string name) => name switch
    {
        "abs" => new Functions.Abs(),
        "neg" => new Functions.Negate(),
        "sign" => new Functions.Sign(),
        "floor" => new Functions.Floor(),
        "ceil" => new Functions.Ceiling(),
        "round" => new Functions.Round(),
        "square" => new Functions.Square(),
        "reciprocal" => new Functions.Reciprocal(),
        "sqrt" => new Functions.Sqrt(),
        "rsqrt" => new Functions.ReciprocalSqrt(),
        "cbrt" => new Functions.Cbrt(),
        _ => Exponential(name) ?? Trigonometric(name) ?? Activation(name) ?? Special(name),
    };

    public static IFunction? Binary(string name) => name switch
    {
        "add" => new Functions.Add(),
        "sub" => new Functions.Subtract(),
        "mul" => new Functions.Multiply(),
        "div" => new Functions.Divide(),
        "pow" => new Functions.Pow(),
        "atan2" => new Functions.Atan2(),
        "hypot" => new Functions.Hypot(),
        "maximum" => new Functions.Maximum(),
        "minimum" => new Functions.Minimum(),
        "logaddexp" => new Functions.LogAddExp(),
        "prelu" => new Functions.Prelu(),
        _ => null,
    };

    private static IFunction? Exponential(string name) => name switch
    {
        "exp" => new Functions.Exp(),
        "exp2" => new Functions.Exp2(),
        "expm1" => new Functions.ExpM1(),
        "log" => new Functions.Log(),
        "log2" => new Functions.Log2(),
        "log10" => new Functions.Log10(),
        "log1p" => new Functions.LogP1(),
        _ => null,
    };

    private static IFunction? Trigonometric(string name) => name switch
    {
        "sin" => new Functions.Sin(),
        "cos" => new Functions.Cos(),
        "tan" => new Functions.Tan(),
        "asin" => new Functions.Asin(),
        "acos" => new Functions.Acos(),
        "atan" => new Functions.Atan(),
        "sinh" => new Functions.Sinh(),
        "cosh" => new Functions.Cosh(),
        "tanh" => new Functions.Tanh(),
        "asinh" => new Functions.Asinh(),
        "acosh" => new Functions.Acosh(),
        "atanh" => new Functions.Atanh(),
        _ => null,
    };

    private static IFunction? Activation(string name) => name switch
    {
        "sigmoid" => new Functions.Sigmoid(),
        "logsigmoid" => new Functions.LogSigmoid(),
        "softplus" => new Functions.Softplus(1),
        "softsign" => new Functions.Softsign(),
        "elu" => new Functions.Elu(1),
        "leaky_relu" => new Functions.LeakyRelu(0.01),
        "hardtanh" => new Functions.HardTanh(-1, 1),
        "relu" => new Functions.Relu(),
        "relu6" => new Functions.Relu6(),
        "selu" => new Functions.Selu(),
        "gelu" => new Functions.Gelu(),
        "silu" => new Functions.Silu(),
        "mish" => new Functions.Mish(),
        "hardsigmoid" => new Functions.HardSigmoid(),
        _ => null,
    };

    private static IFunction? Special(string name) => name switch
    {
        "erf" => new Functions.Erf(),
        "erfc" => new Functions.Erfc(),
        "lgamma" => new Functions.LogGamma(),
        "digamma" => new Functions.Digamma(),
        _ => null,
    };

    /// <summary>A function of two numbers, one of which is a constant.</summary>
    private sealed class WithConstant(IFunction function, double constant, bool first) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T c = T.CreateTruncating(constant);
            return first ? function.Of<T>([c, x[0]]) : function.Of<T>([x[0], c]);
        }
    }
}
