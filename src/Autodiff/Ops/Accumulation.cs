using System.Buffers;
using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>Adds results, also those of rules that can only write.</summary>
internal static class Accumulation
{
    /// <summary>y = f(x), or y += f(x).</summary>
    internal static void Forward<TRule, T>(TRule rule, Operands<T> x, Elements<T> y, bool accumulate)
        where TRule : struct, IArrayRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate || TRule.CanAdd)
        {
            rule.Forward(x, y, accumulate);
            return;
        }
        T[] memory = ArrayPool<T>.Shared.Rent(y.Shape.ElementCount);
        Elements<T> written = new(memory, 0, y.Shape.Dense);
        rule.Forward(x, written, accumulate: false);
        StridedCopy.Copy(written, y, accumulate: true);
        ArrayPool<T>.Shared.Return(memory);
    }
}
