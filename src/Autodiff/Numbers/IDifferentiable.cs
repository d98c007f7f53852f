using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

/// <summary>
/// What the numbers that carry derivatives share: given the arithmetic and a way to apply a rule, every other member of
/// <see cref="IFloatingPointIeee754{TSelf}"/> is answered here, once for all of them.
/// </summary>
/// <remarks>
/// A question about a number (a comparison, a test, a conversion to an integer) is answered by its value: branches of ordinary
/// code then run as they do on plain numbers, and the derivative is that of the branch taken.
/// </remarks>
internal partial interface IDifferentiable<TSelf, T> : IFloatingPointIeee754<TSelf>, IKnowsRules<TSelf>
    where TSelf : struct, IDifferentiable<TSelf, T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>A number without a derivative.</summary>
    static abstract TSelf Constant(T value);

    /// <summary>The value, to be looked at for a decision. A traced number refuses.</summary>
    static abstract T Observe(TSelf x);

    /// <summary>Whether the number carries a derivative.</summary>
    static abstract bool IsActive(TSelf x);

    /// <summary>y = f(x) with its derivative.</summary>
    static abstract TSelf Apply<TRule>(TRule rule, TSelf x)
        where TRule : struct, IUnaryRule;

    /// <summary>y = f(a, b) with its derivatives.</summary>
    static abstract TSelf Apply<TRule>(TRule rule, TSelf a, TSelf b)
        where TRule : struct, IBinaryRule;

    /// <summary>x y + z rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    Nested<TSelf> IKnowsRules<TSelf>.Rules => new Nested<TSelf, T>();
}
