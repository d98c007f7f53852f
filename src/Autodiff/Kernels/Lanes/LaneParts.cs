using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>The elements of a lane one by one: what a rule never asks for, and what a reduction ends with.</summary>
internal static class LaneParts<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // As many as the widest lane has.
    private static ReadOnlySpan<float> SingleNumbers => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private static ReadOnlySpan<double> WideNumbers => [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>0, 1, 2 and so on.</summary>
    internal static R Numbers
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? R.Load(ref Unsafe.As<float, T>(ref MemoryMarshal.GetReference(SingleNumbers)))
            : R.Load(ref Unsafe.As<double, T>(ref MemoryMarshal.GetReference(WideNumbers)));
    }

    /// <summary>One number in every element.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Repeat(T value) => R.Constant(typeof(T) == typeof(float) ? (double)(float)(object)value : (double)(object)value);

    /// <summary>The first elements of a lane, and another number in those behind.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R First(R lane, int count, R behind) => R.SelectGreater(R.Constant(count), Numbers, lane, behind);

    /// <summary>One element made of all by a fold's way to join two: halves are joined until one is left.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static T Join<TFold>(TFold fold, R lane)
        where TFold : struct, IFold
    {
        if (typeof(R) == typeof(Lane512<T>))
        {
            Vector512<T> bits = Unsafe.BitCast<R, Vector512<T>>(lane);
            return Join(fold, fold.Join(new Lane256<T>(bits.GetLower()), new Lane256<T>(bits.GetUpper())));
        }
        if (typeof(R) == typeof(Lane256<T>)) { return Join(fold, Unsafe.BitCast<R, Lane256<T>>(lane)); }
        return Join(fold, Unsafe.BitCast<R, Lane128<T>>(lane));
    }

    [MethodImpl(AggressiveInlining)]
    private static T Join<TFold>(TFold fold, Lane256<T> lane)
        where TFold : struct, IFold
    {
        Vector256<T> bits = Unsafe.BitCast<Lane256<T>, Vector256<T>>(lane);
        return Join(fold, fold.Join(new Lane128<T>(bits.GetLower()), new Lane128<T>(bits.GetUpper())));
    }

    [MethodImpl(AggressiveInlining)]
    private static T Join<TFold>(TFold fold, Lane128<T> lane)
        where TFold : struct, IFold
    {
        Vector128<T> bits = Unsafe.BitCast<Lane128<T>, Vector128<T>>(lane);
        Vector128<T> swapped = Vector128.Shuffle(bits.AsInt64(), Vector128.Create(1L, 0)).As<long, T>();
        lane = fold.Join(lane, new(swapped));
        bits = Unsafe.BitCast<Lane128<T>, Vector128<T>>(lane);
        if (typeof(T) == typeof(float))
        {
            swapped = Vector128.Shuffle(bits.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>();
            bits = Unsafe.BitCast<Lane128<T>, Vector128<T>>(fold.Join(lane, new(swapped)));
        }
        return bits.ToScalar();
    }
}
