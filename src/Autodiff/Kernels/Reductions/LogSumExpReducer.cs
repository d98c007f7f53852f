using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Reduces columns and rows to the logarithm of the sum of their exponentials.</summary>
internal ref struct LogSumExpReducer<T, R>(Span<T> target) : IReducer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // A long row is read in parts that stay in the first cache from the search of the greatest number to the exponentials.
    private const int Part = 2048;

    private readonly Span<T> target = target;

    // e^greatest × sum is what the row has come to; sums of parts are added in double.
    private double greatest;
    private double sum;

    // +∞ or NaN as soon as one is met; they add as they should win.
    private double special;

    public static bool DependsOnOrder => false;

    public static int LongestColumn => int.MaxValue;

    public readonly void Columns(ref T x, nint step, int count, int columns, int place)
    {
        Span<T> results = target.Slice(place, columns);
        int done = 0;
        for (; done <= columns - R.Count; done += R.Count)
        {
            Lane(default(WholeLane<R, T>), ref Unsafe.Add(ref x, done), step, count, ref results[done]);
        }
        if (done < columns) { Lane(new FirstOfLane<R, T>(columns - done), ref Unsafe.Add(ref x, done), step, count, ref results[done]); }
    }

    public readonly bool Columns(ref T x, scoped ReadOnlySpan<Axis> reduced, int columns, int place) => false;

    public void Begin() => (greatest, sum, special) = (double.NegativeInfinity, 0, 0);

    public void Include(ref T x, int count, int start)
    {
        for (int done = 0; done < count; done += Part)
        {
            int part = Math.Min(Part, count - done);
            ref T first = ref Unsafe.Add(ref x, done);
            double highest = double.CreateTruncating(FoldLoop<MaximumFold, T, R>.Run(default, ref first, part));
            if (double.IsNegativeInfinity(highest)) { continue; }
            if (!double.IsFinite(highest))
            {
                special += highest;
                continue;
            }
            if (highest > greatest)
            {
                sum *= Math.Exp(greatest - highest);
                greatest = highest;
            }
            sum += Exponentials<T, R>.Sum(ref first, part, greatest);
        }
    }

    public readonly void End(int place) =>
        target[place] = T.CreateTruncating(special != 0 ? special : sum == 0 ? double.NegativeInfinity : greatest + Math.Log(sum));

    [MethodImpl(AggressiveOptimization)]
    private static void Lane<TAccess>(TAccess access, ref T x, nint step, int count, ref T target)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R highest = R.Constant(double.NegativeInfinity), sum = R.Constant(0);
        ref T at = ref x;
        for (int i = 0; i < count; i++)
        {
            highest = R.Max(highest, access.Load(ref at));
            at = ref Unsafe.Add(ref at, step);
        }

        // An infinity is not subtracted: its exponential, 0 or infinite, is the whole sum. Nor is NaN, which comes out of any sum.
        highest = R.SelectGreater(R.Constant(double.PositiveInfinity), R.Abs(highest), highest, R.Constant(0));
        for (int i = 0; i < count; i++)
        {
            sum += R.Exp(access.Load(ref x) - highest);
            x = ref Unsafe.Add(ref x, step);
        }
        access.Store(highest + R.Log(sum), ref target);
    }
}
