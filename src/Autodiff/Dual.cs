using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

/// <summary>
/// A number and its tangent, v + t ε with ε² = 0: forward mode. Any generic-math function of it also yields the derivative of the
/// function in the direction of the tangents that were seeded.
/// </summary>
/// <typeparam name="T">float, double, or a number that carries derivatives itself; nesting gives higher orders.</typeparam>
/// <param name="value">The value.</param>
/// <param name="tangent">The derivative of the value in the direction chosen.</param>
public readonly partial struct Dual<T>(T value, T tangent) : IDifferentiable<Dual<T>, T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <summary>The derivative of the value in the direction chosen.</summary>
    public T Tangent { get; } = tangent;

    static Dual<T> IDifferentiable<Dual<T>, T>.Constant(T value) => value;

    static T IDifferentiable<Dual<T>, T>.Observe(Dual<T> x) => x.Value;

    static bool IDifferentiable<Dual<T>, T>.IsActive(Dual<T> x) => !Number<T>.IsNothing(x.Tangent);

    static Dual<T> IDifferentiable<Dual<T>, T>.Apply<TRule>(TRule rule, Dual<T> x) => Apply(rule, x);

    static Dual<T> IDifferentiable<Dual<T>, T>.Apply<TRule>(TRule rule, Dual<T> a, Dual<T> b) => Apply(rule, a, b);

    static Dual<T> IDifferentiable<Dual<T>, T>.MultiplyAdd(Dual<T> x, Dual<T> y, Dual<T> z) =>
        new(T.FusedMultiplyAdd(x.Value, y.Value, z.Value), (Number<T>.Carry(x.Tangent, y.Value) + Number<T>.Carry(y.Tangent, x.Value)) + z.Tangent);

    [MethodImpl(AggressiveInlining)]
    internal static Dual<T> Apply<TRule>(TRule rule, Dual<T> x)
        where TRule : struct, IUnaryRule
    {
        Number<T> y = Number<T>.Evaluate(rule, new(x.Value), out Number<T> derivative);
        return new(y.Value, Number<T>.Carry(x.Tangent, derivative.Value));
    }

    [MethodImpl(AggressiveInlining)]
    internal static Dual<T> Apply<TRule>(TRule rule, Dual<T> a, Dual<T> b)
        where TRule : struct, IBinaryRule
    {
        Number<T> atA = new(a.Value), atB = new(b.Value);
        Number<T> y = new(Elementary.Apply(rule, a.Value, b.Value));
        return new(y.Value, Number<T>.Carry(a.Tangent, rule.DerivativeA(atA, atB, y).Value) + Number<T>.Carry(b.Tangent, rule.DerivativeB(atA, atB, y).Value));
    }
}

/// <summary>Makes dual numbers.</summary>
public static class Dual
{
    /// <summary>The number with respect to which one differentiates: tangent 1.</summary>
    public static Dual<T> Seed<T>(T value)
        where T : IFloatingPointIeee754<T> =>
        new(value, T.One);
}
