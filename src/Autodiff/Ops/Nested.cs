using System.Numerics;

namespace Autodiff.Ops;

/// <summary>
/// Applies a rule to a number of which only IFloatingPointIeee754 is known and which carries derivatives itself.
/// </summary>
/// <remarks>
/// C# cannot ask for a second interface where a type parameter has none. So the number type is asked once, through a boxed
/// instance, for the object that knows it; from then on a rule costs one virtual call and no allocation.
/// </remarks>
internal abstract class Nested<T>
    where T : IFloatingPointIeee754<T>
{
    private static readonly Nested<T> Known = Find();

    internal static T Apply<TRule>(TRule rule, T x)
        where TRule : struct, IUnaryRule =>
        Known.ApplyRule(rule, x);

    internal static T Apply<TRule>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule =>
        Known.ApplyRule(rule, a, b);

    protected abstract T ApplyRule<TRule>(TRule rule, T x)
        where TRule : struct, IUnaryRule;

    protected abstract T ApplyRule<TRule>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule;

    private static Nested<T> Find() =>
        T.Zero is IKnowsRules<T> number
            ? number.Rules
            : throw new NotSupportedException(
                $"{typeof(T).Name} has no special functions. They are defined for float, double and Half, and for Scalar, Dual and Traced over them.");
}

/// <summary>Implemented by a number type that applies rules itself.</summary>
internal interface IKnowsRules<T>
    where T : IFloatingPointIeee754<T>
{
    Nested<T> Rules { get; }
}

/// <summary>The rules of a number type that implements <see cref="IDifferentiable{TSelf, T}"/>.</summary>
internal sealed class Nested<TNumber, T> : Nested<TNumber>
    where TNumber : struct, IDifferentiable<TNumber, T>
    where T : IFloatingPointIeee754<T>
{
    protected override TNumber ApplyRule<TRule>(TRule rule, TNumber x) => TNumber.Apply(rule, x);

    protected override TNumber ApplyRule<TRule>(TRule rule, TNumber a, TNumber b) => TNumber.Apply(rule, a, b);
}
