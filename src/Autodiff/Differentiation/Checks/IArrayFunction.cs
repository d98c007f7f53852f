using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>A function of n arrays of any format: the generic delegate that C# does not have.</summary>
internal interface IArrayFunction
{
    Variable<T> Of<T>(ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
