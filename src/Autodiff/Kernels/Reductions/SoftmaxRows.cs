using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>The loops of a softmax along rows. Short rows are turned into columns, so that a lane works for many of them.</summary>
internal static class SoftmaxRows<TForm, T, R>
    where TForm : struct, ISoftmaxForm
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    private const int Room = Reducer.ShortRow * Reducer.TurnedRows;

    // So many are added in the format of the numbers, the sums of those in double.
    private const int Part = 1024;

    [SkipLocalsInit]
    internal static void ForwardShort(ref T x, ref T y, int rows, int count)
    {
        Span<T> room = stackalloc T[Room];
        ref T columns = ref MemoryMarshal.GetReference(room);
        for (int i = 0; i < rows; i += Reducer.TurnedRows)
        {
            int turned = Math.Min(Reducer.TurnedRows, rows - i);
            ToColumns(ref Unsafe.Add(ref x, (nint)i * count), ref columns, turned, count);
            SoftmaxColumns<TForm, T, R>.Forward(ref columns, ref columns, Reducer.TurnedRows, count, turned);
            ToRows(ref columns, ref Unsafe.Add(ref y, (nint)i * count), turned, count, accumulate: false);
        }
    }

    [SkipLocalsInit]
    internal static void BackwardShort(ref T y, ref T dy, ref T dx, int rows, int count, bool accumulate)
    {
        Span<T> room = stackalloc T[2 * Room];
        ref T columns = ref MemoryMarshal.GetReference(room);
        ref T incoming = ref Unsafe.Add(ref columns, Room);
        for (int i = 0; i < rows; i += Reducer.TurnedRows)
        {
            int turned = Math.Min(Reducer.TurnedRows, rows - i);
            nint place = (nint)i * count;
            ToColumns(ref Unsafe.Add(ref y, place), ref columns, turned, count);
            ToColumns(ref Unsafe.Add(ref dy, place), ref incoming, turned, count);
            SoftmaxColumns<TForm, T, R>.Backward(ref columns, ref incoming, ref incoming, Reducer.TurnedRows, count, turned, accumulate: false);
            ToRows(ref incoming, ref Unsafe.Add(ref dx, place), turned, count, accumulate);
        }
    }

    internal static void Forward(ref T x, ref T y, int count)
    {
        T highest = FoldLoop<MaximumFold, T, R>.Run(default, ref x, count);
        double shift = double.CreateTruncating(highest);
        double sum = TForm.UsesExponentials ? Exponentials<T, R>.Write(ref x, ref y, count, shift) : Exponentials<T, R>.Sum(ref x, count, shift);
        R correction = R.Constant(TForm.Correction(new Number<double>(sum)).Value);
        if (TForm.UsesExponentials) { Finish(ref y, ref y, R.Constant(0), correction, count); }
        else { Finish(ref x, ref y, R.Constant(shift), correction, count); }
    }

    internal static void Backward(ref T y, ref T dy, ref T dx, int count, bool accumulate)
    {
        double sum = 0;
        for (int done = 0; done < count; done += Part)
        {
            sum += double.CreateTruncating(Sum(ref Unsafe.Add(ref y, done), ref Unsafe.Add(ref dy, done), Math.Min(Part, count - done)));
        }
        Pull(ref y, ref dy, ref dx, R.Constant(sum), count, accumulate);
    }

    private static void ToColumns(ref T rows, ref T columns, int turned, int count) =>
        PlaneCopy.Run<T, R>(ref rows, ref columns, new(count, 1, Reducer.TurnedRows), new(turned, count, 1), accumulate: false);

    private static void ToRows(ref T columns, ref T rows, int turned, int count, bool accumulate) =>
        PlaneCopy.Run<T, R>(ref columns, ref rows, new(turned, 1, count), new(count, Reducer.TurnedRows, 1), accumulate);

    [MethodImpl(AggressiveOptimization)]
    private static void Finish(ref T value, ref T y, R shift, R correction, int count)
    {
        nint i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R lane = R.Load(ref Unsafe.Add(ref value, i));
            R.Store(TForm.Finish(TForm.UsesExponentials ? lane : lane - shift, correction), ref Unsafe.Add(ref y, i));
        }
        if (i < count)
        {
            int last = count - (int)i;
            R lane = R.Load(ref Unsafe.Add(ref value, i), last);
            R.Store(TForm.Finish(TForm.UsesExponentials ? lane : lane - shift, correction), ref Unsafe.Add(ref y, i), last);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static T Sum(ref T y, ref T dy, int count)
    {
        R sum = R.Constant(0), other = sum;
        nint i = 0;
        for (; i <= count - (2 * R.Count); i += 2 * R.Count)
        {
            sum = TForm.Include(sum, R.Load(ref Unsafe.Add(ref y, i)), R.Load(ref Unsafe.Add(ref dy, i)));
            other = TForm.Include(other, R.Load(ref Unsafe.Add(ref y, i + R.Count)), R.Load(ref Unsafe.Add(ref dy, i + R.Count)));
        }
        if (i <= count - R.Count)
        {
            sum = TForm.Include(sum, R.Load(ref Unsafe.Add(ref y, i)), R.Load(ref Unsafe.Add(ref dy, i)));
            i += R.Count;
        }
        if (i < count)
        {
            int last = count - (int)i;
            R lane = TForm.Include(other, R.Load(ref Unsafe.Add(ref y, i), last), R.Load(ref Unsafe.Add(ref dy, i), last));
            other = LaneParts<R, T>.First(lane, last, other);
        }
        return LaneParts<R, T>.Join(default(SumFold), sum + other);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Pull(ref T y, ref T dy, ref T dx, R sum, int count, bool accumulate)
    {
        nint i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R pulled = TForm.Pull(R.Load(ref Unsafe.Add(ref y, i)), R.Load(ref Unsafe.Add(ref dy, i)), sum);
            ref T place = ref Unsafe.Add(ref dx, i);
            R.Store(accumulate ? R.Load(ref place) + pulled : pulled, ref place);
        }
        if (i < count)
        {
            int last = count - (int)i;
            R pulled = TForm.Pull(R.Load(ref Unsafe.Add(ref y, i), last), R.Load(ref Unsafe.Add(ref dy, i), last), sum);
            ref T place = ref Unsafe.Add(ref dx, i);
            R.Store(accumulate ? R.Load(ref place, last) + pulled : pulled, ref place, last);
        }
    }
}
