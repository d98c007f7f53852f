namespace Autodiff.Tests.Ops;

/// <summary>The one table of operations on numbers. A row here is what the generic tests need to test an operation in every way.</summary>
internal static partial class OpTable
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    public static IReadOnlyList<OpRow> Rows { get; } =
    [
        .. Algebraic(), .. Exponential(), .. Trigonometric(), .. Activations(), .. SpecialFunctions(), .. Stepped(),
        .. Arithmetic(), .. OfTwo(), .. OfThree(),
    ];

    public static OpRow Row(string name) => Rows.Single(row => row.Name == name);

    private static OpRow Unary<TRule>(
        string name, TRule rule, IFunction function, Domain domain, Func<double, double> value, Func<double, double> derivative, params Special[] specials)
        where TRule : struct, IUnaryRule =>
        new(name, Rule.Of(rule), function, [domain], x => value(x[0]), [x => derivative(x[0])]) { Specials = specials };

    private static OpRow Binary<TRule>(
        string name,
        TRule rule,
        IFunction function,
        (Domain A, Domain B) domain,
        Func<double, double, double> value,
        Func<double, double, double> byA,
        Func<double, double, double> byB,
        params Special[] specials)
        where TRule : struct, IBinaryRule =>
        new(name, Rule.OfTwo(rule), function, [domain.A, domain.B], x => value(x[0], x[1]), [x => byA(x[0], x[1]), x => byB(x[0], x[1])])
        {
            Specials = specials,
        };

    private static OpRow WithKinks(this OpRow row, int smoothness, params double[] kinks) => row with { Smoothness = smoothness, Kinks = kinks };

    private static Domain In(double low, double high) => new(low, high);

    private static Special At(double x, double value, double derivative) => new([x], value, [derivative]);

    private static Special At(double a, double b, double value, double byA, double byB) => new([a, b], value, [byA, byB]);
}
