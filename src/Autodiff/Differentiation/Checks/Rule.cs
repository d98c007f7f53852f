using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Differentiation;

/// <summary>A rule, run on a number or over arrays, whatever its type.</summary>
internal abstract class Rule
{
    public abstract Type Type { get; }

    /// <summary>What errors call it.</summary>
    public abstract string Name { get; }

    /// <summary>What the derivative by each argument looks at.</summary>
    public abstract Reads[] Reads { get; }

    public static Rule Of<TRule>(TRule rule)
        where TRule : struct, IUnaryRule =>
        new Unary<TRule>(rule);

    public static Rule OfTwo<TRule>(TRule rule)
        where TRule : struct, IBinaryRule =>
        new Binary<TRule>(rule);

    public abstract T Forward<T>(T[] x)
        where T : IFloatingPointIeee754<T>;

    /// <summary>The derivative by an argument, at arguments x with output y.</summary>
    public abstract T Derivative<T>(int argument, T[] x, T y)
        where T : IFloatingPointIeee754<T>;

    /// <summary>The rule over arrays, element by element.</summary>
    public abstract Variable<T> Apply<T>(params ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Whether the derivative by any argument looks at one of the arguments.</summary>
    public bool ReadsArgument(int argument) => Reads.Any(reads => (reads & (argument == 0 ? Autodiff.Reads.A : Autodiff.Reads.B)) != 0);

    private sealed class Unary<TRule>(TRule rule) : Rule
        where TRule : struct, IUnaryRule
    {
        public override Type Type => typeof(TRule);

        public override string Name => RuleName.Of(rule);

        public override Reads[] Reads => [TRule.Reads];

        public override T Forward<T>(T[] x) => rule.Forward(new Number<T>(x[0])).Value;

        public override T Derivative<T>(int argument, T[] x, T y) => rule.Derivative(new Number<T>(x[0]), new Number<T>(y)).Value;

        public override Variable<T> Apply<T>(params ReadOnlySpan<Variable<T>> x) => UnaryOperation<TRule, T>.Apply(rule, x[0]);
    }

    private sealed class Binary<TRule>(TRule rule) : Rule
        where TRule : struct, IBinaryRule
    {
        public override Type Type => typeof(TRule);

        public override string Name => RuleName.Of(rule);

        public override Reads[] Reads => [TRule.ReadsA, TRule.ReadsB];

        public override T Forward<T>(T[] x) => rule.Forward(new Number<T>(x[0]), new Number<T>(x[1])).Value;

        public override T Derivative<T>(int argument, T[] x, T y)
        {
            Number<T> a = new(x[0]), b = new(x[1]), output = new(y);
            return (argument == 0 ? rule.DerivativeA(a, b, output) : rule.DerivativeB(a, b, output)).Value;
        }

        public override Variable<T> Apply<T>(params ReadOnlySpan<Variable<T>> x) => BinaryOperation<TRule, T>.Apply(rule, x[0], x[1]);
    }
}
