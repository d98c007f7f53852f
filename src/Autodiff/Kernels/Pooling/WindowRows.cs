using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The rows that the windows of one row of results look at, and what is made of them lane by lane.</summary>
internal static class WindowRows<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    /// <summary>room = the greatest of each column of two rows, NaN if there is one; the room may be the first row.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Max(ref T first, ref T second, ref T room, int count)
    {
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R.Store(R.Max(R.Load(ref Unsafe.Add(ref first, i)), R.Load(ref Unsafe.Add(ref second, i))), ref Unsafe.Add(ref room, i));
        }
        int left = count - i;
        if (left > 0)
        {
            R.Store(R.Max(R.Load(ref Unsafe.Add(ref first, i), left), R.Load(ref Unsafe.Add(ref second, i), left)), ref Unsafe.Add(ref room, i), left);
        }
    }

    /// <summary>room = the sum of two rows; it may be one of them.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Add(ref T first, ref T second, ref T room, int count)
    {
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R.Store(R.Load(ref Unsafe.Add(ref first, i)) + R.Load(ref Unsafe.Add(ref second, i)), ref Unsafe.Add(ref room, i));
        }
        int left = count - i;
        if (left > 0)
        {
            R.Store(R.Load(ref Unsafe.Add(ref first, i), left) + R.Load(ref Unsafe.Add(ref second, i), left), ref Unsafe.Add(ref room, i), left);
        }
    }

    /// <summary>
    /// Where an element of the row is greater than the best before it, or the first NaN, it is the best, and the number of the row is noted.
    /// </summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Best(ref T row, int number, ref T best, ref T numbers, int count)
    {
        R own = R.Constant(number);
        for (int i = 0; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            ref T placeOfBest = ref Unsafe.Add(ref best, i);
            ref T placeOfNumber = ref Unsafe.Add(ref numbers, i);
            R x = R.Load(ref Unsafe.Add(ref row, i), left), before = R.Load(ref placeOfBest, left), noted = R.Load(ref placeOfNumber, left);
            R.Store(Better(x, before, x, before), ref placeOfBest, left);
            R.Store(Better(x, before, own, noted), ref placeOfNumber, left);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static R Better(R x, R before, R ifBetter, R otherwise)
    {
        // NaN is not equal to itself and not greater than anything.
        R ofNaN = R.SelectEqual(before, before, ifBetter, otherwise);
        return R.SelectEqual(x, x, R.SelectGreater(x, before, ifBetter, otherwise), ofNaN);
    }
}
