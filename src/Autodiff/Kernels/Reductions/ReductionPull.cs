using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Takes the adjoint of a reduction back to its elements in one pass.</summary>
internal static class ReductionPull
{
    /// <summary>Whether the axes whose bits are set are neighbours, as <see cref="Run{TPull, T}"/> needs them.</summary>
    internal static bool Fits(uint axes)
    {
        uint fromFirst = axes == 0 ? 0 : axes >> BitOperations.TrailingZeroCount(axes);
        return axes != 0 && BitOperations.IsPow2((long)fromFirst + 1);
    }

    /// <summary>dx = what of dy goes back to each element of x, or added to dx; y and dy are in the order of the axes that were not reduced.</summary>
    internal static void Run<TPull, T>(Elements<T> x, Elements<T> y, Elements<T> dy, uint axes, Span<T> dx, bool accumulate)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (dx.IsEmpty) { return; }
        if (Vector512.IsHardwareAccelerated) { Run<TPull, T, Lane512<T>>(x, y, dy, axes, dx, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Run<TPull, T, Lane256<T>>(x, y, dy, axes, dx, accumulate); }
        else { Run<TPull, T, Lane128<T>>(x, y, dy, axes, dx, accumulate); }
    }

    private static void Run<TPull, T, R>(Elements<T> x, Elements<T> y, Elements<T> dy, uint axes, Span<T> dx, bool accumulate)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        using DenseElements<T> elements = new(x), results = new(y), adjoints = new(dy);
        (int length, int step) = (1, 1);
        int end = 32 - BitOperations.LeadingZeroCount(axes);
        for (int axis = BitOperations.TrailingZeroCount(axes); axis < x.Shape.Rank; axis++)
        {
            if (axis < end) { length *= x.Shape.Lengths[axis]; }
            else { step *= x.Shape.Lengths[axis]; }
        }
        T[]? rented = TPull.IsShared ? ArrayPool<T>.Shared.Rent(step) : null;
        for (int from = 0, place = 0; from < dx.Length; from += length * step, place += step)
        {
            ref T first = ref Unsafe.Add(ref MemoryMarshal.GetReference(elements.Span), from);
            ref T target = ref dx[from];
            ReadOnlySpan<T> result = results.Span.Slice(place, step), adjoint = adjoints.Span.Slice(place, step);
            if (rented is not null)
            {
                Span<T> shares = rented.AsSpan(0, step);
                Count<TPull, T, R>(ref first, result, shares, length);
                for (int i = 0; i < shares.Length; i++) { shares[i] = adjoint[i] / shares[i]; }
                adjoint = shares;
            }
            if (step == 1) { Row<TPull, T, R>(ref first, result[0], adjoint[0], ref target, length, accumulate); }
            else { Columns<TPull, T, R>(ref first, result, adjoint, ref target, length, accumulate); }
        }
        if (rented is not null) { ArrayPool<T>.Shared.Return(rented); }
    }

    // How many elements share each result.
    private static void Count<TPull, T, R>(ref T x, ReadOnlySpan<T> y, Span<T> counts, int length)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        if (y.Length == 1)
        {
            counts[0] = CountRow<TPull, T, R>(ref x, y[0], length);
            return;
        }
        counts.Clear();
        for (int i = 0; i < length; i++)
        {
            for (int j = 0; j <= counts.Length - R.Count; j += R.Count)
            {
                R found = TPull.Pull(R.Load(ref Unsafe.Add(ref x, j)), R.Load(in y[j]), R.Constant(1));
                R.Store(R.Load(ref counts[j]) + found, ref counts[j]);
            }
            int whole = counts.Length - (counts.Length % R.Count), last = counts.Length - whole;
            if (last > 0)
            {
                R found = TPull.Pull(R.Load(ref Unsafe.Add(ref x, whole), last), R.Load(in y[whole], last), R.Constant(1));
                R.Store(R.Load(ref counts[whole], last) + found, ref counts[whole], last);
            }
            x = ref Unsafe.Add(ref x, counts.Length);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static T CountRow<TPull, T, R>(ref T x, T y, int length)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        R result = LaneParts<R, T>.Repeat(y), count = R.Constant(0), one = R.Constant(1);
        int i = 0;
        for (; i <= length - R.Count; i += R.Count) { count += TPull.Pull(R.Load(ref Unsafe.Add(ref x, i)), result, one); }
        if (i < length)
        {
            R found = TPull.Pull(R.Load(ref Unsafe.Add(ref x, i), length - i), result, one);
            count += LaneParts<R, T>.First(found, length - i, R.Constant(0));
        }
        return LaneParts<R, T>.Join(default(SumFold), count);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Row<TPull, T, R>(ref T x, T y, T dy, ref T dx, int length, bool accumulate)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        R result = LaneParts<R, T>.Repeat(y), adjoint = LaneParts<R, T>.Repeat(dy);
        int i = 0;
        for (; i <= length - R.Count; i += R.Count)
        {
            R pulled = TPull.Pull(R.Load(ref Unsafe.Add(ref x, i)), result, adjoint);
            ref T place = ref Unsafe.Add(ref dx, i);
            R.Store(accumulate ? R.Load(ref place) + pulled : pulled, ref place);
        }
        if (i < length)
        {
            int last = length - i;
            R pulled = TPull.Pull(R.Load(ref Unsafe.Add(ref x, i), last), result, adjoint);
            ref T place = ref Unsafe.Add(ref dx, i);
            R.Store(accumulate ? R.Load(ref place, last) + pulled : pulled, ref place, last);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Columns<TPull, T, R>(ref T x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, ref T dx, int length, bool accumulate)
        where TPull : struct, IReductionPull
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T>
    {
        for (int i = 0; i < length; i++)
        {
            int j = 0;
            for (; j <= y.Length - R.Count; j += R.Count)
            {
                R pulled = TPull.Pull(R.Load(ref Unsafe.Add(ref x, j)), R.Load(in y[j]), R.Load(in dy[j]));
                ref T place = ref Unsafe.Add(ref dx, j);
                R.Store(accumulate ? R.Load(ref place) + pulled : pulled, ref place);
            }
            if (j < y.Length)
            {
                int last = y.Length - j;
                R pulled = TPull.Pull(R.Load(ref Unsafe.Add(ref x, j), last), R.Load(in y[j], last), R.Load(in dy[j], last));
                ref T place = ref Unsafe.Add(ref dx, j);
                R.Store(accumulate ? R.Load(ref place, last) + pulled : pulled, ref place, last);
            }
            x = ref Unsafe.Add(ref x, y.Length);
            dx = ref Unsafe.Add(ref dx, y.Length);
        }
    }
}
