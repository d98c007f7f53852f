using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Chooses between two arrays, element by element.</summary>
internal static class Choice
{
    /// <summary>y = a where the mask is not 0, else b; or added to y. The sources are repeated to the shape of y, which is dense.</summary>
    internal static void Select<T>(Elements<T> mask, Elements<T> a, Elements<T> b, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> target = y.Span;
        using Operand<T> masks = new(mask, y.Shape), first = new(a, y.Shape), second = new(b, y.Shape);
        for (Chunk at = Chunk.First(target.Length); !at.IsEmpty; at = at.Next(target.Length))
        {
            if (Vector512.IsHardwareAccelerated) { Select<T, Lane512<T>>(masks[at], first[at], second[at], at.Of(target), accumulate); }
            else if (Vector256.IsHardwareAccelerated) { Select<T, Lane256<T>>(masks[at], first[at], second[at], at.Of(target), accumulate); }
            else { Select<T, Lane128<T>>(masks[at], first[at], second[at], at.Of(target), accumulate); }
        }
    }

    /// <summary>The same over dense spans of one length.</summary>
    internal static void Select<T, R>(ReadOnlySpan<T> mask, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(mask.Length, y.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, y.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, y.Length);
        for (int i = 0; i < y.Length; i += R.Count)
        {
            int count = Math.Min(R.Count, y.Length - i);
            R chosen = R.SelectEqual(R.Load(in mask[i], count), R.Constant(0), R.Load(in b[i], count), R.Load(in a[i], count));
            R.Store(accumulate ? R.Load(in y[i], count) + chosen : chosen, ref y[i], count);
        }
    }
}
