using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The loops of normalisation over the columns of a matrix, one row at a time: each column has a center of its own.</summary>
internal static class CenteredColumns<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    /// <summary>Adds x - shift and its square to sums.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void AddAround(ref T x, ref T shift, ref T sums, ref T squares, int count)
    {
        int i = 0;
        for (; i <= count - R.Count; i += R.Count) { AddAround(default(WholeLane<R, T>), ref x, ref shift, ref sums, ref squares, i); }
        if (i < count) { AddAround(new FirstOfLane<R, T>(count - i), ref x, ref shift, ref sums, ref squares, i); }
    }

    /// <summary>y = (x - high - low) scale w + b.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Normalize(ref T x, ref T y, int count, in Centers<T> centers, ref T w, ref T b)
    {
        ref T high = ref centers.High;
        ref T low = ref centers.Low;
        ref T scale = ref centers.Scale;
        int i = 0;
        for (; i <= count - R.Count; i += R.Count) { Normalize(default(WholeLane<R, T>), ref x, ref y, ref high, ref low, ref scale, ref w, ref b, i); }
        if (i < count) { Normalize(new FirstOfLane<R, T>(count - i), ref x, ref y, ref high, ref low, ref scale, ref w, ref b, i); }
    }

    /// <summary>Adds dy and dy n to sums, with n = (x - high - low) scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void AddProducts(ref T x, ref T dy, ref T sums, ref T products, int count, in Centers<T> centers)
    {
        ref T high = ref centers.High;
        ref T low = ref centers.Low;
        ref T scale = ref centers.Scale;
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            AddProducts(default(WholeLane<R, T>), ref x, ref dy, ref sums, ref products, ref high, ref low, ref scale, i);
        }
        if (i < count) { AddProducts(new FirstOfLane<R, T>(count - i), ref x, ref dy, ref sums, ref products, ref high, ref low, ref scale, i); }
    }

    /// <summary>dx = (dy - mean - (x - high - low) slope) factor, or added to dx.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Pull(
        ref T x, ref T dy, ref T dx, int count, in Centers<T> centers, ref T means, ref T slopes, ref T factors, bool accumulate)
    {
        ref T high = ref centers.High;
        ref T low = ref centers.Low;
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            Pull(default(WholeLane<R, T>), ref x, ref dy, ref dx, ref high, ref low, ref means, ref slopes, ref factors, i, accumulate);
        }
        if (i < count)
        {
            Pull(new FirstOfLane<R, T>(count - i), ref x, ref dy, ref dx, ref high, ref low, ref means, ref slopes, ref factors, i, accumulate);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void AddAround<TAccess>(TAccess access, ref T x, ref T shift, ref T sums, ref T squares, int i)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R from = access.Load(ref Unsafe.Add(ref x, i)) - access.Load(ref Unsafe.Add(ref shift, i));
        ref T sum = ref Unsafe.Add(ref sums, i);
        ref T square = ref Unsafe.Add(ref squares, i);
        access.Store(access.Load(ref sum) + from, ref sum);
        access.Store(R.MultiplyAdd(from, from, access.Load(ref square)), ref square);
    }

    [MethodImpl(AggressiveInlining)]
    private static void Normalize<TAccess>(
        TAccess access, ref T x, ref T y, ref T high, ref T low, ref T scale, ref T w, ref T b, int i)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R normal = From(access, ref x, ref high, ref low, i) * access.Load(ref Unsafe.Add(ref scale, i));
        R weighted = R.MultiplyAdd(normal, access.Load(ref Unsafe.Add(ref w, i)), access.Load(ref Unsafe.Add(ref b, i)));
        access.Store(weighted, ref Unsafe.Add(ref y, i));
    }

    [MethodImpl(AggressiveInlining)]
    private static void AddProducts<TAccess>(
        TAccess access, ref T x, ref T dy, ref T sums, ref T products, ref T high, ref T low, ref T scale, int i)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R incoming = access.Load(ref Unsafe.Add(ref dy, i));
        R normal = From(access, ref x, ref high, ref low, i) * access.Load(ref Unsafe.Add(ref scale, i));
        ref T sum = ref Unsafe.Add(ref sums, i);
        ref T product = ref Unsafe.Add(ref products, i);
        access.Store(access.Load(ref sum) + incoming, ref sum);
        access.Store(R.MultiplyAdd(incoming, normal, access.Load(ref product)), ref product);
    }

    [MethodImpl(AggressiveInlining)]
    private static void Pull<TAccess>(
        TAccess access, ref T x, ref T dy, ref T dx, ref T high, ref T low, ref T means, ref T slopes, ref T factors, int i, bool accumulate)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R part = access.Load(ref Unsafe.Add(ref dy, i)) - access.Load(ref Unsafe.Add(ref means, i));
        R left = part - (From(access, ref x, ref high, ref low, i) * access.Load(ref Unsafe.Add(ref slopes, i)));
        R pulled = left * access.Load(ref Unsafe.Add(ref factors, i));
        ref T place = ref Unsafe.Add(ref dx, i);
        access.Store(accumulate ? access.Load(ref place) + pulled : pulled, ref place);
    }

    [MethodImpl(AggressiveInlining)]
    private static R From<TAccess>(TAccess access, ref T x, ref T high, ref T low, int i)
        where TAccess : struct, ILaneAccess<R, T> =>
        access.Load(ref Unsafe.Add(ref x, i)) - access.Load(ref Unsafe.Add(ref high, i)) - access.Load(ref Unsafe.Add(ref low, i));
}
