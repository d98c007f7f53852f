namespace Autodiff.Tests.Properties;

/// <summary>The functions in which derivatives are written down.</summary>
internal static class Formula
{
    internal static Expression Exp(Expression x) => new Call(Operation.Exp, x);

    internal static Expression Log(Expression x) => new Call(Operation.Log, x);

    internal static Expression Sqrt(Expression x) => new Call(Operation.Sqrt, x);

    internal static Expression Cbrt(Expression x) => new Call(Operation.Cbrt, x);

    internal static Expression Square(Expression x) => new Call(Operation.Square, x);

    internal static Expression Pow(Expression x, Expression y) => y is Constant { Value: 0 } ? 1 : new Call(Operation.Pow, x, y);

    internal static Expression Sin(Expression x) => new Call(Operation.Sin, x);

    internal static Expression Cos(Expression x) => new Call(Operation.Cos, x);

    internal static Expression SinPi(Expression x) => new Call(Operation.SinPi, x);

    internal static Expression CosPi(Expression x) => new Call(Operation.CosPi, x);

    internal static Expression Sinh(Expression x) => new Call(Operation.Sinh, x);

    internal static Expression Cosh(Expression x) => new Call(Operation.Cosh, x);

    internal static Expression Tanh(Expression x) => new Call(Operation.Tanh, x);

    internal static Expression Erfc(Expression x) => new Call(Operation.Erfc, x);

    internal static Expression Polygamma(double order, Expression x) => new Call(new Function(Operation.Polygamma, order), x);

    internal static Expression Abs(Expression x) => new Call(Operation.Abs, x);

    internal static Expression Sign(Expression x) => new Call(Operation.Sign, x);

    /// <summary>1 where x is positive, else 0; its derivative is 0.</summary>
    internal static Expression Step(Expression x) => new Call(Operation.UnitStep, x);

    internal static Expression Round(Expression x) => new Call(Operation.Round, x);

    internal static Expression Truncate(Expression x) => new Call(Operation.Truncate, x);

    internal static Expression Minimum(Expression x, Expression y) => new Call(Operation.Minimum, x, y);

    internal static Expression Maximum(Expression x, Expression y) => new Call(Operation.Maximum, x, y);

    internal static Expression Hypot(Expression x, Expression y) => new Call(Operation.Hypot, x, y);
}
