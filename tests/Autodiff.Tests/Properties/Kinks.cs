namespace Autodiff.Tests.Properties;

/// <summary>How far the arguments of a function are from a corner or a step of it, or of its derivative.</summary>
internal static class Kinks
{
    internal static double Distance(Function f, double a, double b, double c) => f.Operation switch
    {
        Operation.Abs or Operation.Sign or Operation.UnitStep or Operation.Relu or Operation.LeakyRelu or Operation.Prelu
            or Operation.Elu or Operation.Selu or Operation.Softsign => Math.Abs(a),
        Operation.Relu6 => Math.Min(Math.Abs(a), Math.Abs(a - 6)),
        Operation.HardTanh => Math.Min(Math.Abs(a - f.P), Math.Abs(a - f.Q)),
        Operation.HardSigmoid => Math.Abs(Math.Abs(a) - 3),
        Operation.Floor or Operation.Ceiling or Operation.Truncate => FromInteger(a),
        Operation.Round => FromInteger(a - 0.5),
        Operation.Remainder => FromInteger(a / b),
        Operation.ModuloNumber => FromInteger(a / f.P),
        Operation.NumberModulo => FromInteger(f.P / a),
        Operation.Ieee754Remainder => FromInteger((a / b) - 0.5),
        Operation.Maximum or Operation.Minimum or Operation.MaxNumber or Operation.MinNumber => Math.Abs(a - b),
        Operation.MaxMagnitude or Operation.MinMagnitude => Math.Abs(Math.Abs(a) - Math.Abs(b)),
        Operation.CopySign => Math.Min(Math.Abs(a), Math.Abs(b)),

        // The cut, where the sign of a zero decides between π and -π.
        Operation.Atan2 or Operation.Atan2Pi => b < 0 ? Math.Abs(a) : double.PositiveInfinity,
        Operation.Clamp => Math.Min(Math.Abs(b - c), Math.Min(Math.Abs(a - b), Math.Abs(a - c))),
        _ => double.PositiveInfinity,
    };

    private static double FromInteger(double x) => Math.Abs(x - Math.Round(x));
}
