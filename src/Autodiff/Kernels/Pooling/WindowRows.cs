using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Combines the rows under one row of windows, lane by lane.</summary>
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
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            Best(default(WholeLane<R, T>), own, ref Unsafe.Add(ref row, i), ref Unsafe.Add(ref best, i), ref Unsafe.Add(ref numbers, i));
        }
        if (i < count)
        {
            FirstOfLane<R, T> left = new(count - i);
            Best(left, own, ref Unsafe.Add(ref row, i), ref Unsafe.Add(ref best, i), ref Unsafe.Add(ref numbers, i));
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Best<TAccess>(TAccess access, R own, ref T row, ref T best, ref T numbers)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R x = access.Load(ref row), before = access.Load(ref best);
        access.Store(Better(x, before, x, before), ref best);
        access.Store(Better(x, before, own, access.Load(ref numbers)), ref numbers);
    }

    [MethodImpl(AggressiveInlining)]
    private static R Better(R x, R before, R ifBetter, R otherwise)
    {
        // NaN is not equal to itself and not greater than anything.
        R ofNaN = R.SelectEqual(before, before, ifBetter, otherwise);
        return R.SelectEqual(x, x, R.SelectGreater(x, before, ifBetter, otherwise), ofNaN);
    }
}
