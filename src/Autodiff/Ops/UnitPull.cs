using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Ops;

/// <summary>The partial derivatives themselves, as what an adjoint of 1 pulls back: for the search for anomalies.</summary>
internal static class UnitPull
{
    internal delegate void Pull<T>(ReadOnlySpan<T> ones, Span<T> partial);

    internal static bool IsFinite<T>(int length, Pull<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (length == 0) { return true; }
        T[] ones = new T[length], partial = new T[length];
        ones.AsSpan().Fill(T.One);
        pull(ones, partial);
        return TensorPrimitives.IsFiniteAll<T>(partial);
    }
}
