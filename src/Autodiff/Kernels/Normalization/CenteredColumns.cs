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
        for (int i = 0; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R from = R.Load(ref Unsafe.Add(ref x, i), left) - R.Load(ref Unsafe.Add(ref shift, i), left);
            ref T sum = ref Unsafe.Add(ref sums, i);
            ref T square = ref Unsafe.Add(ref squares, i);
            R.Store(R.Load(ref sum, left) + from, ref sum, left);
            R.Store(R.MultiplyAdd(from, from, R.Load(ref square, left)), ref square, left);
        }
    }

    /// <summary>y = (x - high - low) scale w + b.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Normalize(ref T x, ref T y, int count, in Centers<T> centers, ref T w, ref T b)
    {
        for (int i = 0; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R normal = Normal(ref x, centers, i, left);
            R.Store(
                R.MultiplyAdd(normal, R.Load(ref Unsafe.Add(ref w, i), left), R.Load(ref Unsafe.Add(ref b, i), left)), ref Unsafe.Add(ref y, i), left);
        }
    }

    /// <summary>Adds dy and dy n to sums, with n = (x - high - low) scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void AddProducts(ref T x, ref T dy, ref T sums, ref T products, int count, in Centers<T> centers)
    {
        for (int i = 0; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R incoming = R.Load(ref Unsafe.Add(ref dy, i), left);
            ref T sum = ref Unsafe.Add(ref sums, i);
            ref T product = ref Unsafe.Add(ref products, i);
            R.Store(R.Load(ref sum, left) + incoming, ref sum, left);
            R.Store(R.MultiplyAdd(incoming, Normal(ref x, centers, i, left), R.Load(ref product, left)), ref product, left);
        }
    }

    /// <summary>dx = (dy - mean - n product) scale w, or added to dx, with n = (x - high - low) scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Pull(
        ref T x, ref T dy, ref T dx, int count, in Centers<T> centers, ref T w, ref T means, ref T products, bool accumulate)
    {
        for (int i = 0; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R part = R.MultiplyAdd(
                Normal(ref x, centers, i, left), -R.Load(ref Unsafe.Add(ref products, i), left), -R.Load(ref Unsafe.Add(ref means, i), left));
            R scale = R.Load(ref Unsafe.Add(ref centers.Scale, i), left) * R.Load(ref Unsafe.Add(ref w, i), left);
            R pulled = (R.Load(ref Unsafe.Add(ref dy, i), left) + part) * scale;
            ref T place = ref Unsafe.Add(ref dx, i);
            R.Store(accumulate ? R.Load(ref place, left) + pulled : pulled, ref place, left);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static R Normal(ref T x, in Centers<T> centers, int i, int left) =>
        (R.Load(ref Unsafe.Add(ref x, i), left) - R.Load(ref Unsafe.Add(ref centers.High, i), left) - R.Load(ref Unsafe.Add(ref centers.Low, i), left))
        * R.Load(ref Unsafe.Add(ref centers.Scale, i), left);
}
