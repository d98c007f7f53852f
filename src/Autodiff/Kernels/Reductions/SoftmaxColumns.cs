using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The loops of a softmax down columns that are side by side, a lane of them at once.</summary>
internal static class SoftmaxColumns<TForm, T, R>
    where TForm : struct, ISoftmaxForm
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    internal static void Forward(ref T x, ref T y, int step, int count, int columns)
    {
        int done = 0;
        for (; done <= columns - R.Count; done += R.Count)
        {
            Forward(default(WholeLane<R, T>), ref Unsafe.Add(ref x, done), ref Unsafe.Add(ref y, done), step, count);
        }
        if (done < columns) { Forward(new FirstOfLane<R, T>(columns - done), ref Unsafe.Add(ref x, done), ref Unsafe.Add(ref y, done), step, count); }
    }

    internal static void Backward(ref T y, ref T dy, ref T dx, int step, int count, int columns, bool accumulate)
    {
        int done = 0;
        for (; done <= columns - R.Count; done += R.Count)
        {
            Backward(
                default(WholeLane<R, T>), ref Unsafe.Add(ref y, done), ref Unsafe.Add(ref dy, done), ref Unsafe.Add(ref dx, done), step, count, accumulate);
        }
        if (done < columns)
        {
            FirstOfLane<R, T> last = new(columns - done);
            Backward(last, ref Unsafe.Add(ref y, done), ref Unsafe.Add(ref dy, done), ref Unsafe.Add(ref dx, done), step, count, accumulate);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Forward<TAccess>(TAccess access, ref T x, ref T y, nint step, int count)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R highest = R.Constant(double.NegativeInfinity), sum = R.Constant(0);
        for (nint i = 0, at = 0; i < count; i++, at += step) { highest = R.Max(highest, access.Load(ref Unsafe.Add(ref x, at))); }
        for (nint i = 0, at = 0; i < count; i++, at += step)
        {
            R power = R.Exp(access.Load(ref Unsafe.Add(ref x, at)) - highest);
            sum += power;
            if (TForm.UsesExponentials) { access.Store(power, ref Unsafe.Add(ref y, at)); }
        }
        R correction = TForm.Correction(sum);
        for (nint i = 0, at = 0; i < count; i++, at += step)
        {
            R value = TForm.UsesExponentials ? access.Load(ref Unsafe.Add(ref y, at)) : access.Load(ref Unsafe.Add(ref x, at)) - highest;
            access.Store(TForm.Finish(value, correction), ref Unsafe.Add(ref y, at));
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Backward<TAccess>(TAccess access, ref T y, ref T dy, ref T dx, nint step, int count, bool accumulate)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R sum = R.Constant(0);
        for (nint i = 0, at = 0; i < count; i++, at += step)
        {
            sum = TForm.Include(sum, access.Load(ref Unsafe.Add(ref y, at)), access.Load(ref Unsafe.Add(ref dy, at)));
        }
        for (nint i = 0, at = 0; i < count; i++, at += step)
        {
            R pulled = TForm.Pull(access.Load(ref Unsafe.Add(ref y, at)), access.Load(ref Unsafe.Add(ref dy, at)), sum);
            ref T place = ref Unsafe.Add(ref dx, at);
            access.Store(accumulate ? access.Load(ref place) + pulled : pulled, ref place);
        }
    }
}
