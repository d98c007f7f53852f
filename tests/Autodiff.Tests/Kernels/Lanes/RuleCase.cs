using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>One rule with sample parameters. A unary one ignores the second argument.</summary>
internal abstract class RuleCase
{
    public static IReadOnlyList<RuleCase> All { get; } = [.. Find()];

    public string Name { get; protected init; } = "";

    public abstract bool IsBinary { get; }

    public override string ToString() => Name;

    public abstract T Value<T>(T a, T b)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>The derivative by the first argument (side 0) or the second (side 1).</summary>
    public abstract T Derivative<T>(int side, T a, T b, T y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    public abstract void Forward<T>(LaneWidth<T> width, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    public abstract void Backward<T>(
        LaneWidth<T> width, int side, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Every rule of the assembly, found by its interface; the parameters are chosen by type, with rounding in every mode.</summary>
    private static IEnumerable<RuleCase> Find()
    {
        foreach (Type type in typeof(IUnaryRule).Assembly.GetTypes().Where(type => type.IsValueType).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            Type? wrapper = type.IsAssignableTo(typeof(IUnaryRule)) ? typeof(UnaryCase<>)
                : type.IsAssignableTo(typeof(IBinaryRule)) ? typeof(BinaryCase<>) : null;
            if (wrapper is null) { continue; }
            foreach (object rule in Samples(type))
            {
                yield return (RuleCase)Activator.CreateInstance(wrapper.MakeGenericType(type), rule)!;
            }
        }
    }

    private static IEnumerable<object> Samples(Type type)
    {
        if (type == typeof(Round))
        {
            return Enum.GetValues<MidpointRounding>().Select(mode => (object)new Round(0, mode)).Append(new Round(2, MidpointRounding.ToEven));
        }
        if (type == typeof(Polygamma)) { return [new Polygamma(0), new Polygamma(1), new Polygamma(3)]; }
        if (type == typeof(ScaleB)) { return [new ScaleB(3), new ScaleB(-140), new ScaleB(2000)]; }
        if (type == typeof(HardTanh)) { return [new HardTanh(-1, 1.5)]; }
        var constructor = type.GetConstructors().SingleOrDefault(constructor => constructor.GetParameters().Length > 0);
        return constructor is null
            ? [Activator.CreateInstance(type)!]
            : [constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)3 : 0.75)])];
    }
}

internal sealed class UnaryCase<TRule> : RuleCase
    where TRule : struct, IUnaryRule
{
    private readonly TRule rule;

    public UnaryCase(TRule rule)
    {
        this.rule = rule;
        Name = typeof(TRule).Name;
    }

    public override bool IsBinary => false;

    public override T Value<T>(T a, T b) => rule.Forward(new Number<T>(a)).Value;

    public override T Derivative<T>(int side, T a, T b, T y) => rule.Derivative(new Number<T>(a), new Number<T>(y)).Value;

    public override void Forward<T>(LaneWidth<T> width, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => width.Forward(rule, a, y);

    // What the rule does not read is not even passed.
    public override void Backward<T>(
        LaneWidth<T> width, int side, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate) =>
        width.Backward(rule, TRule.Reads.HasFlag(Reads.Input) ? a : default, TRule.Reads.HasFlag(Reads.Output) ? y : default, dy, adjoint, accumulate);
}

internal sealed class BinaryCase<TRule> : RuleCase
    where TRule : struct, IBinaryRule
{
    private readonly TRule rule;

    public BinaryCase(TRule rule)
    {
        this.rule = rule;
        Name = typeof(TRule).Name;
    }

    public override bool IsBinary => true;

    public override T Value<T>(T a, T b) => rule.Forward(new Number<T>(a), new Number<T>(b)).Value;

    public override T Derivative<T>(int side, T a, T b, T y) =>
        side == 0 ? rule.DerivativeA<Number<T>>(new(a), new(b), new(y)).Value : rule.DerivativeB<Number<T>>(new(a), new(b), new(y)).Value;

    public override void Forward<T>(LaneWidth<T> width, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => width.Forward(rule, a, b, y);

    public override void Backward<T>(
        LaneWidth<T> width, int side, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate)
    {
        Reads reads = side == 0 ? TRule.ReadsA : TRule.ReadsB;
        ReadOnlySpan<T> readA = reads.HasFlag(Reads.A) ? a : default, readB = reads.HasFlag(Reads.B) ? b : default;
        ReadOnlySpan<T> readY = reads.HasFlag(Reads.Output) ? y : default;
        if (side == 0) { width.Backward<TRule, Autodiff.Kernels.SideA>(rule, readA, readB, readY, dy, adjoint, accumulate); }
        else { width.Backward<TRule, Autodiff.Kernels.SideB>(rule, readA, readB, readY, dy, adjoint, accumulate); }
    }
}
