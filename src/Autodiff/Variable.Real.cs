using Autodiff.Ops;

namespace Autodiff;

/// <content>What a rule sees of a recorded array, so that the derivatives themselves can be recorded.</content>
public readonly partial struct Variable<T> : IReal<Variable<T>>
{
    static Variable<T> IReal<Variable<T>>.Constant(double value) => T.CreateTruncating(value);

    static Variable<T> IReal<Variable<T>>.MultiplyAdd(Variable<T> x, Variable<T> y, Variable<T> z) => (x * y) + z;

    static Variable<T> IReal<Variable<T>>.ScaleB(Variable<T> x, int n) => UnaryOperation<ScaleB, T>.Apply(new(n), x);

    static Variable<T> IReal<Variable<T>>.Round(Variable<T> x, int digits, MidpointRounding mode) => UnaryOperation<Round, T>.Apply(new(digits, mode), x);

    static Variable<T> IReal<Variable<T>>.RootN(Variable<T> x, int n) => UnaryOperation<RootN, T>.Apply(new(n), x);

    static Variable<T> IReal<Variable<T>>.Polygamma(int order, Variable<T> x) => UnaryOperation<Polygamma, T>.Apply(new(order), x);

    static (Variable<T> Sin, Variable<T> Cos) IReal<Variable<T>>.SinCos(Variable<T> x) => (Variable.Sin(x), Variable.Cos(x));

    static Variable<T> IReal<Variable<T>>.SelectGreater(Variable<T> left, Variable<T> right, Variable<T> ifGreater, Variable<T> otherwise) =>
        Variable.Where(left > right, ifGreater, otherwise);

    static Variable<T> IReal<Variable<T>>.SelectEqual(Variable<T> left, Variable<T> right, Variable<T> ifEqual, Variable<T> otherwise) =>
        Variable.Where(Variable.Equal(left, right), ifEqual, otherwise);

    static Variable<T> IReal<Variable<T>>.Propagate(Variable<T> adjoint, Variable<T> partial) => Propagate(adjoint, partial);

    static Variable<T> IReal<Variable<T>>.Abs(Variable<T> x) => UnaryOperation<Abs, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Sqrt(Variable<T> x) => UnaryOperation<Sqrt, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Cbrt(Variable<T> x) => UnaryOperation<Cbrt, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Exp(Variable<T> x) => UnaryOperation<Exp, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.ExpM1(Variable<T> x) => UnaryOperation<ExpM1, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Log(Variable<T> x) => UnaryOperation<Log, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.LogP1(Variable<T> x) => UnaryOperation<LogP1, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Log2(Variable<T> x) => UnaryOperation<Log2, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Log10(Variable<T> x) => UnaryOperation<Log10, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Sin(Variable<T> x) => UnaryOperation<Sin, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Cos(Variable<T> x) => UnaryOperation<Cos, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Tan(Variable<T> x) => UnaryOperation<Tan, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Asin(Variable<T> x) => UnaryOperation<Asin, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Acos(Variable<T> x) => UnaryOperation<Acos, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Atan(Variable<T> x) => UnaryOperation<Atan, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.SinPi(Variable<T> x) => UnaryOperation<SinPi, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.CosPi(Variable<T> x) => UnaryOperation<CosPi, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.TanPi(Variable<T> x) => UnaryOperation<TanPi, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Sinh(Variable<T> x) => UnaryOperation<Sinh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Cosh(Variable<T> x) => UnaryOperation<Cosh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Tanh(Variable<T> x) => UnaryOperation<Tanh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Asinh(Variable<T> x) => UnaryOperation<Asinh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Acosh(Variable<T> x) => UnaryOperation<Acosh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Atanh(Variable<T> x) => UnaryOperation<Atanh, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Erf(Variable<T> x) => UnaryOperation<Erf, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.Erfc(Variable<T> x) => UnaryOperation<Erfc, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.NormalCdf(Variable<T> x) => UnaryOperation<NormalCdf, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.LogGamma(Variable<T> x) => UnaryOperation<LogGamma, T>.Apply(default, x);

    static Variable<T> IReal<Variable<T>>.CopySign(Variable<T> x, Variable<T> sign) => BinaryOperation<CopySign, T>.Apply(default, x, sign);

    static Variable<T> IReal<Variable<T>>.Max(Variable<T> a, Variable<T> b) => BinaryOperation<Maximum, T>.Apply(default, a, b);

    static Variable<T> IReal<Variable<T>>.Min(Variable<T> a, Variable<T> b) => BinaryOperation<Minimum, T>.Apply(default, a, b);

    static Variable<T> IReal<Variable<T>>.Remainder(Variable<T> x, Variable<T> y) => BinaryOperation<Remainder, T>.Apply(default, x, y);

    static Variable<T> IReal<Variable<T>>.Ieee754Remainder(Variable<T> x, Variable<T> y) => BinaryOperation<Ieee754Remainder, T>.Apply(default, x, y);

    static Variable<T> IReal<Variable<T>>.Hypot(Variable<T> x, Variable<T> y) => BinaryOperation<Hypot, T>.Apply(default, x, y);

    static Variable<T> IReal<Variable<T>>.Pow(Variable<T> x, Variable<T> y) => BinaryOperation<Pow, T>.Apply(default, x, y);

    static Variable<T> IReal<Variable<T>>.Atan2(Variable<T> y, Variable<T> x) => BinaryOperation<Atan2, T>.Apply(default, y, x);

    internal static Variable<T> Propagate(Variable<T> adjoint, Variable<T> partial) => BinaryOperation<Propagate, T>.Apply(default, adjoint, partial);
}
