namespace Autodiff.Tests.Ops;

/// <summary>A rule, run on double, whatever its type.</summary>
internal abstract class Rule
{
    public abstract Type Type { get; }

    /// <summary>What the derivative by each argument looks at.</summary>
    public abstract Reads[] Reads { get; }

    public static Rule Of<TRule>(TRule rule)
        where TRule : struct, IUnaryRule =>
        new Unary<TRule>(rule);

    public static Rule OfTwo<TRule>(TRule rule)
        where TRule : struct, IBinaryRule =>
        new Binary<TRule>(rule);

    public abstract double Forward(double[] x);

    /// <summary>The derivative by an argument, at arguments x with output y.</summary>
    public abstract double Derivative(int argument, double[] x, double y);

    private sealed class Unary<TRule>(TRule rule) : Rule
        where TRule : struct, IUnaryRule
    {
        public override Type Type => typeof(TRule);

        public override Reads[] Reads => [TRule.Reads];

        public override double Forward(double[] x) => rule.Forward(new Autodiff.Ops.Number<double>(x[0])).Value;

        public override double Derivative(int argument, double[] x, double y) =>
            rule.Derivative(new Autodiff.Ops.Number<double>(x[0]), new(y)).Value;
    }

    private sealed class Binary<TRule>(TRule rule) : Rule
        where TRule : struct, IBinaryRule
    {
        public override Type Type => typeof(TRule);

        public override Reads[] Reads => [TRule.ReadsA, TRule.ReadsB];

        public override double Forward(double[] x) => rule.Forward(new Autodiff.Ops.Number<double>(x[0]), new(x[1])).Value;

        public override double Derivative(int argument, double[] x, double y)
        {
            Autodiff.Ops.Number<double> a = new(x[0]), b = new(x[1]), output = new(y);
            return (argument == 0 ? rule.DerivativeA(a, b, output) : rule.DerivativeB(a, b, output)).Value;
        }
    }
}
