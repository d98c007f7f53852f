using static Autodiff.Tests.Properties.Formula;

namespace Autodiff.Tests.Properties;

/// <summary>Ways to lead an argument into the domain of a function, or to keep its result in bounds.</summary>
internal static class Domains
{
    private static readonly Func<Expression, Expression>[] Positive =
    [
        static x => Exp(Sin(x)),
        static x => Hypot(x, 1),
        static x => new Call(new Function(Operation.PlusNumber, 0.5), Square(x)),
        static x => new Call(new Function(Operation.NumberPlus, 0.25), Abs(x)),
        static x => new Call(new Function(Operation.Softplus, 1), x),
        static x => Cosh(Tanh(x)),
    ];

    private static readonly Func<Expression, Expression>[] Unit =
    [
        Sin,
        Cos,
        Tanh,
        static x => new Call(Operation.Erf, x),
        static x => new Call(Operation.Softsign, x),
        static x => new Call(Operation.Sigmoid, x),
    ];

    private static readonly Func<Expression, Expression>[] AboveOne =
    [
        static x => new Call(new Function(Operation.PlusNumber, 1.5), Square(x)),
        static x => Hypot(2, x),
        static x => Cosh(new Call(Operation.Hypot, Sin(x), 1)),
    ];

    private static readonly Func<Expression, Expression>[] Bounded =
    [
        Sin,
        Tanh,
        static x => new Call(Operation.Asinh, x),
        static x => new Call(Operation.Atan, x),
        static x => new Call(Operation.Clamp, x, -2, 3),
        static x => x,
    ];

    private static readonly Func<Expression, Expression>[] Exponents = [.. Bounded, static _ => 2, static _ => 3, static _ => -1, static _ => 0.5];

    internal static Func<Expression, Expression>[]? Into(Operation operation, int index) => operation switch
    {
        Operation.Log or Operation.Log2 or Operation.Log10 or Operation.LogP1 or Operation.Sqrt or Operation.ReciprocalSqrt or Operation.RootN
            or Operation.Cbrt or Operation.Reciprocal or Operation.LogGamma or Operation.Digamma or Operation.Polygamma => Positive,
        Operation.LogBase => index == 0 ? Positive : AboveOne,
        Operation.Asin or Operation.Acos or Operation.Atanh or Operation.AsinPi or Operation.AcosPi => Unit,
        Operation.Acosh => AboveOne,
        Operation.Exp or Operation.Exp2 or Operation.Exp10 or Operation.ExpM1 or Operation.Sinh or Operation.Cosh or Operation.Tan
            or Operation.TanPi => Bounded,
        Operation.Pow => index == 0 ? Positive : Exponents,
        Operation.NumberOver or Operation.NumberModulo => Positive,
        Operation.Divide or Operation.Remainder or Operation.Ieee754Remainder => index == 1 ? Positive : null,
        _ => null,
    };
}
