using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Folds numbers that come one by one, joining groups of equal size as a binary counter carries: sums stay accurate.</summary>
internal struct Cascade<TFold, T>(TFold fold)
    where TFold : struct, IFold
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TFold fold = fold;

    // One group for each bit of the count that is 1, the largest first.
    private Groups groups;
    private int depth;
    private uint count;

    internal void Push(T value)
    {
        for (uint carry = count++; (carry & 1) != 0; carry >>= 1) { value = Join(groups[--depth], value); }
        groups[depth++] = value;
    }

    /// <summary>All numbers together; the cascade is empty again.</summary>
    internal T Take()
    {
        T value = depth == 0 ? T.CreateTruncating(TFold.Neutral) : groups[--depth];
        while (depth > 0) { value = Join(groups[--depth], value); }
        count = 0;
        return value;
    }

    private readonly T Join(T first, T second) => fold.Join(new Number<T>(first), new Number<T>(second)).Value;

    [InlineArray(32)]
    private struct Groups
    {
        private T first;
    }
}
