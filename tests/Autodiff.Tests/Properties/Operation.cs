namespace Autodiff.Tests.Properties;

/// <summary>
/// What a node of a random tree may compute. The functions of <see cref="Scalar"/> bear their own names, by which a test finds one
/// that is missing here. Ordered by the number of arguments, and within it by the groups in which they are evaluated.
/// </summary>
internal enum Operation
{
    // Exponentials, logarithms, powers of one argument.
    Exp, Exp2, ExpM1, Exp10, Log, Log2, Log10, LogP1, Sqrt, ReciprocalSqrt, Cbrt, RootN, Square, Reciprocal,

    // Trigonometric and hyperbolic functions.
    Sin, Cos, Tan, Asin, Acos, Atan, SinPi, CosPi, TanPi, AsinPi, AcosPi, AtanPi, Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,

    // Functions with corners and steps, and linear ones.
    Abs, Sign, UnitStep, Floor, Ceiling, Round, Truncate, Negate, Increment, Decrement, ScaleB, BitIncrement,

    // Activations.
    Sigmoid, LogSigmoid, Softplus, Relu, Relu6, LeakyRelu, Elu, Selu, Gelu, GeluTanh, Silu, Mish, HardTanh, HardSigmoid, Softsign,

    // Special functions.
    Erf, Erfc, NormalCdf, LogGamma, Digamma, Polygamma,

    // Operators with a plain number on one side: a recorded number has overloads for them.
    PlusNumber, NumberPlus, MinusNumber, NumberMinus, TimesNumber, NumberTimes, OverNumber, NumberOver, ModuloNumber, NumberModulo,

    // Two arguments.
    Add, Subtract, Multiply, Divide, Remainder,
    Pow, Atan2, Atan2Pi, Hypot, LogBase, LogAddExp, Prelu,
    Maximum, Minimum, MaxNumber, MinNumber, MaxMagnitude, MinMagnitude, CopySign, Ieee754Remainder,

    // Three arguments.
    Clamp, MultiplyAdd, Lerp,

    // Functions of spans: of the three arguments, but for the scalar product of [a, b] and [b, c].
    Sum, LinearCombination, Dot, SumOfSquares, LogSumExp,
}
