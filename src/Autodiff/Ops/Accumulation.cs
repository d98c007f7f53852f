using System.Buffers;
using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>Adds results where the kernel of a rule can only write.</summary>
internal static class Accumulation
{
    /// <summary>y += f(x).</summary>
    internal static void Add<TRule, T>(TRule rule, Operands<T> x, Elements<T> y)
        where TRule : struct, IArrayRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] memory = ArrayPool<T>.Shared.Rent(y.Shape.ElementCount);
        Elements<T> written = new(memory, 0, y.Shape.Dense);
        rule.Forward(x, written, accumulate: false);
        StridedCopy.Copy(written, y, accumulate: true);
        ArrayPool<T>.Shared.Return(memory);
    }
}
