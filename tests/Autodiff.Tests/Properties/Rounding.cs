namespace Autodiff.Tests.Properties;

/// <summary>
/// How far rounding may take the value of a formula, in units of half an ulp of 1: the running error analysis of first order.
/// Every operation adds |its result| and hands on the errors of its arguments, each times |the partial derivative by it|.
/// </summary>
/// <remarks>So a bound is at least the magnitude of what it bounds, and far above it where terms cancel or a slope is steep.</remarks>
internal static class Rounding
{
    internal static double Unit { get; } = Math.ScaleB(1, -53);

    internal static (double Value, double Error) Of(Expression formula, ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
    {
        if (formula is Symbol symbol) { return (values[symbol.Index], errors[symbol.Index]); }
        if (formula is not Call call) { return (((Constant)formula).Value, 0); }
        Span<double> arguments = stackalloc double[3], argumentErrors = stackalloc double[3];
        for (int i = 0; i < call.Arguments.Length; i++) { (arguments[i], argumentErrors[i]) = Of(call.Arguments[i], values, errors); }
        return Of(call.Function, arguments, argumentErrors);
    }

    internal static (double Value, double Error) Of(Function f, ReadOnlySpan<double> arguments, ReadOnlySpan<double> errors)
    {
        double value = f.Apply(arguments[0], arguments[1], arguments[2]), error = Math.Abs(value) + OfValue(f);
        for (int i = 0; i < f.Arity; i++)
        {
            if (errors[i] != 0) { error += Math.Abs(LocalPartials.Of(f).First[i].Evaluate(arguments)) * errors[i]; }
        }
        return (value, error);
    }

    /// <summary>What the value is in doubt by beyond an ulp of itself: a logarithm of a sum near 1 is exact to an ulp of 1.</summary>
    private static double OfValue(Function f) => f.Operation == Operation.LogSumExp ? 1 : 0;

    /// <summary>
    /// What a rule leaves undone by its own word: a derivative read off the output is exact to an ulp of 1, not of itself. And where two
    /// terms cancel that are one here: a (1 - t) + b t has slopes -a and b.
    /// </summary>
    internal static double OfFirstPartial(Function f, ReadOnlySpan<double> x) => f.Operation switch
    {
        Operation.Tanh or Operation.Sigmoid or Operation.ExpM1 or Operation.Silu or Operation.Gelu or Operation.Mish => 1,
        Operation.GeluTanh => 1 + (x[0] * x[0]),
        Operation.Elu => Math.Abs(f.P),
        Operation.Selu => 2,
        Operation.Lerp => Math.Abs(x[0]) + Math.Abs(x[1]),
        _ => 0,
    };

    /// <summary>
    /// The same of second partials, and where terms cancel in the derivative of a rule's formula but not in the symbolic one: those of
    /// (1 - x)(1 + x) near 0, and those by the shift of a logarithm of a sum.
    /// </summary>
    internal static double OfSecondPartial(Function f, ReadOnlySpan<double> x) => f.Operation switch
    {
        Operation.Asin or Operation.Acos or Operation.AsinPi or Operation.AcosPi or Operation.Atanh or Operation.LogSumExp => 1,
        _ => OfFirstPartial(f, x),
    };
}
