using static Autodiff.Tests.Properties.Formula;

namespace Autodiff.Tests.Properties;

internal sealed partial class Symbolic
{
    private const double Ln2 = 0.693147180559945309417;
    private const double Ln10 = 2.30258509299404568402;

    private static Expression Exponential(Function f, Expression x) => f.Operation switch
    {
        Operation.Exp => Exp(x),
        Operation.Exp2 => Ln2 * Pow(2, x),
        Operation.ExpM1 => Exp(x),
        Operation.Exp10 => Ln10 * Pow(10, x),
        Operation.Log => 1 / x,
        Operation.Log2 => 1 / (Ln2 * x),
        Operation.Log10 => 1 / (Ln10 * x),
        Operation.LogP1 => 1 / (1 + x),
        Operation.Sqrt => 0.5 * Pow(x, -0.5),
        Operation.ReciprocalSqrt => -0.5 * Pow(x, -1.5),
        Operation.Cbrt => Cbrt(x) / (3 * x),
        Operation.RootN => new Call(f, x) / (f.P * x),
        Operation.Square => 2 * x,
        Operation.Reciprocal => -1 / Square(x),
        _ => throw Unknown(f),
    };

    private static Expression Trigonometric(Function f, Expression x) => f.Operation switch
    {
        Operation.Sin => Cos(x),
        Operation.Cos => -Sin(x),
        Operation.Tan => 1 / Square(Cos(x)),
        Operation.Asin => 1 / Sqrt(1 - Square(x)),
        Operation.Acos => -1 / Sqrt(1 - Square(x)),
        Operation.Atan => 1 / (1 + Square(x)),
        Operation.SinPi => Math.PI * CosPi(x),
        Operation.CosPi => -Math.PI * SinPi(x),
        Operation.TanPi => Math.PI / Square(CosPi(x)),
        Operation.AsinPi => 1 / (Math.PI * Sqrt(1 - Square(x))),
        Operation.AcosPi => -1 / (Math.PI * Sqrt(1 - Square(x))),
        Operation.AtanPi => 1 / (Math.PI * (1 + Square(x))),
        Operation.Sinh => Cosh(x),
        Operation.Cosh => Sinh(x),
        Operation.Tanh => 1 / Square(Cosh(x)),
        Operation.Asinh => 1 / Sqrt(Square(x) + 1),
        Operation.Acosh => 1 / Sqrt(Square(x) - 1),
        Operation.Atanh => 1 / (1 - Square(x)),
        _ => throw Unknown(f),
    };

    private static Expression Piecewise(Function f, Expression x) => f.Operation switch
    {
        Operation.Abs => Sign(x),
        Operation.Sign or Operation.UnitStep or Operation.Floor or Operation.Ceiling or Operation.Round or Operation.Truncate => 0,
        Operation.Negate => -1,
        Operation.Increment or Operation.Decrement or Operation.BitIncrement => 1,
        Operation.ScaleB => Math.Pow(2, f.P),
        _ => throw Unknown(f),
    };

    private static Expression PlainOperand(Function f, Expression x) => f.Operation switch
    {
        Operation.PlusNumber or Operation.NumberPlus or Operation.MinusNumber or Operation.ModuloNumber => 1,
        Operation.NumberMinus => -1,
        Operation.TimesNumber or Operation.NumberTimes => f.P,
        Operation.OverNumber => 1 / f.P,
        Operation.NumberOver => -f.P / Square(x),
        Operation.NumberModulo => -Truncate(f.P / x),
        _ => throw Unknown(f),
    };
}
