using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Exponentials of a row, and their sum.</summary>
internal static class Exponentials<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // Each R.Exp in a method is a copy of its text there, and past some copies the compiler calls it instead: one loop for whole lanes and
    // one for what is left are within that bound.

    // So many are added in the format of the numbers, the sums of those in double.
    private const int Part = 1024;

    /// <summary>Σ e^(x - shift).</summary>
    internal static double Sum(ref T x, int count, double shift)
    {
        double sum = 0;
        for (int done = 0; done < count; done += Part)
        {
            sum += double.CreateTruncating(SumOfPart(ref Unsafe.Add(ref x, done), Math.Min(Part, count - done), R.Constant(shift)));
        }
        return sum;
    }

    /// <summary>The same; the exponentials are written to <paramref name="y"/>, which may be <paramref name="x"/>.</summary>
    internal static double Write(ref T x, ref T y, int count, double shift)
    {
        double sum = 0;
        for (int done = 0; done < count; done += Part)
        {
            T part = WritePart(ref Unsafe.Add(ref x, done), ref Unsafe.Add(ref y, done), Math.Min(Part, count - done), R.Constant(shift));
            sum += double.CreateTruncating(part);
        }
        return sum;
    }

    [MethodImpl(AggressiveOptimization)]
    private static T SumOfPart(ref T x, int count, R shift)
    {
        R sum = R.Constant(0), other = sum;
        for (; count >= 2 * R.Count; count -= 2 * R.Count)
        {
            sum += R.Exp(R.Load(ref x) - shift);
            other += R.Exp(R.Load(ref Unsafe.Add(ref x, R.Count)) - shift);
            x = ref Unsafe.Add(ref x, 2 * R.Count);
        }
        for (; count > 0; count -= R.Count)
        {
            int some = Math.Min(count, R.Count);
            sum += LaneParts<R, T>.First(R.Exp(R.Load(ref x, some) - shift), some, R.Constant(0));
            x = ref Unsafe.Add(ref x, R.Count);
        }
        return LaneParts<R, T>.Join(default(SumFold), sum + other);
    }

    [MethodImpl(AggressiveOptimization)]
    private static T WritePart(ref T x, ref T y, int count, R shift)
    {
        R sum = R.Constant(0), other = sum;
        for (; count >= 2 * R.Count; count -= 2 * R.Count)
        {
            R first = R.Exp(R.Load(ref x) - shift), second = R.Exp(R.Load(ref Unsafe.Add(ref x, R.Count)) - shift);
            R.Store(first, ref y);
            R.Store(second, ref Unsafe.Add(ref y, R.Count));
            sum += first;
            other += second;
            x = ref Unsafe.Add(ref x, 2 * R.Count);
            y = ref Unsafe.Add(ref y, 2 * R.Count);
        }
        for (; count > 0; count -= R.Count)
        {
            int some = Math.Min(count, R.Count);
            R value = R.Exp(R.Load(ref x, some) - shift);
            R.Store(value, ref y, some);
            sum += LaneParts<R, T>.First(value, some, R.Constant(0));
            x = ref Unsafe.Add(ref x, R.Count);
            y = ref Unsafe.Add(ref y, R.Count);
        }
        return LaneParts<R, T>.Join(default(SumFold), sum + other);
    }
}
