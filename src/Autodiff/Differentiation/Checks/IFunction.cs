using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>A function of n numbers of any kind: the generic delegate that C# does not have.</summary>
internal interface IFunction
{
    T Of<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>;
}
