using System.Numerics;

namespace Autodiff.Tests.Properties;

/// <summary>Calls the library: one row for each operation.</summary>
internal static partial class Evaluation
{
    internal static T Apply<T>(this Function f, T a, T b, T c)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            < Operation.Sin => Exponential(f, a),
            < Operation.Abs => Trigonometric(f, a),
            < Operation.Sigmoid => Piecewise(f, a),
            < Operation.Erf => Activation(f, a),
            < Operation.PlusNumber => Special(f, a),
            < Operation.Add => Overloads<T>.Known.Operator(f, a),
            < Operation.Maximum => Binary(f, a, b),
            < Operation.Clamp => Selection(f, a, b),
            Operation.Clamp => Scalar.Clamp(a, b, c),
            Operation.MultiplyAdd => Scalar.MultiplyAdd(a, b, c),
            Operation.Lerp => T.Lerp(a, b, c),
            _ => Overloads<T>.Known.OfSpan(f, a, b, c),
        };

    private static T Exponential<T>(Function f, T x)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Exp => Scalar.Exp(x),
            Operation.Exp2 => Scalar.Exp2(x),
            Operation.ExpM1 => Scalar.ExpM1(x),
            Operation.Exp10 => T.Exp10(x),
            Operation.Log => Scalar.Log(x),
            Operation.Log2 => Scalar.Log2(x),
            Operation.Log10 => Scalar.Log10(x),
            Operation.LogP1 => Scalar.LogP1(x),
            Operation.Sqrt => Scalar.Sqrt(x),
            Operation.ReciprocalSqrt => Scalar.ReciprocalSqrt(x),
            Operation.Cbrt => Scalar.Cbrt(x),
            Operation.RootN => T.RootN(x, (int)f.P),
            Operation.Square => Scalar.Square(x),
            Operation.Reciprocal => Scalar.Reciprocal(x),
            _ => throw Unknown(f),
        };

    private static T Trigonometric<T>(Function f, T x)
        where T : IFloatingPointIeee754<T> =>
        f.Operation switch
        {
            Operation.Sin => Scalar.Sin(x),
            Operation.Cos => Scalar.Cos(x),
            Operation.Tan => Scalar.Tan(x),
            Operation.Asin => Scalar.Asin(x),
            Operation.Acos => Scalar.Acos(x),
            Operation.Atan => Scalar.Atan(x),
            Operation.SinPi => T.SinPi(x),
            Operation.CosPi => T.CosPi(x),
            Operation.TanPi => T.TanPi(x),
            Operation.AsinPi => T.AsinPi(x),
            Operation.AcosPi => T.AcosPi(x),
            Operation.AtanPi => T.AtanPi(x),
            Operation.Sinh => Scalar.Sinh(x),
            Operation.Cosh => Scalar.Cosh(x),
            Operation.Tanh => Scalar.Tanh(x),
            Operation.Asinh => Scalar.Asinh(x),
            Operation.Acosh => Scalar.Acosh(x),
            Operation.Atanh => Scalar.Atanh(x),
            _ => throw Unknown(f),
        };

    internal static NotSupportedException Unknown(Function f) => new($"{f.Operation} has no row.");
}
