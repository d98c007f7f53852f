using System.Numerics;
using Autodiff.Diagnostics;

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
    private static readonly Nested<T>? Known = T.Zero is IKnowsRules<T> number ? number.Rules : null;

    private static Nested<T> Rules
    {
        get
        {
            if (Known is null) { Throw.NoSpecialFunctions(typeof(T)); }
            return Known;
        }
    }

    internal static T Apply<TRule>(TRule rule, T x)
        where TRule : struct, IUnaryRule =>
        Rules.ApplyRule(rule, x);

    internal static T Apply<TRule>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule =>
        Rules.ApplyRule(rule, a, b);

    protected abstract T ApplyRule<TRule>(TRule rule, T x)
        where TRule : struct, IUnaryRule;

    protected abstract T ApplyRule<TRule>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule;
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
