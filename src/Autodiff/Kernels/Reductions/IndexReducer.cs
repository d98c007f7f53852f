using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Finds where the number is that a fold chooses: the first of several, and the first NaN before all.</summary>
internal ref struct IndexReducer<TFold, T, R>(TFold fold, Span<int> indices) : IReducer<T>
    where TFold : struct, IFold
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // A row is searched once for each part that holds a better number: long enough to fold well, short enough to search.
    private const int Part = 1024;

    // At most what the widest lane holds.
    private const int Room = 16;

    private readonly TFold fold = fold;
    private readonly Span<int> indices = indices;
    private T best;
    private int index;

    public static bool DependsOnOrder => true;

    /// <summary>Up to here an index is exact in float.</summary>
    public static int LongestColumn => 1 << 24;

    public readonly void Columns(ref T x, nint step, int count, int columns, int place)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        Span<T> room = stackalloc T[Room];
        ref T numbers = ref MemoryMarshal.GetReference(room);
        for (int done = 0; done < columns; done += R.Count)
        {
            int width = Math.Min(R.Count, columns - done);
            ref T first = ref Unsafe.Add(ref x, done);
            R found = width == R.Count
                ? Lane(fold, default(WholeLane<R, T>), ref first, step, count)
                : Lane(fold, new FirstOfLane<R, T>(width), ref first, step, count);
            R.Store(found, ref numbers);
            Span<int> results = indices.Slice(place + done, width);
            for (int i = 0; i < results.Length; i++) { results[i] = int.CreateTruncating(room[i]); }
        }
    }

    public readonly bool Columns(ref T x, scoped ReadOnlySpan<Axis> reduced, int columns, int place) => false;

    public void Begin() => index = -1;

    public void Include(ref T x, int count, int start)
    {
        for (int done = 0; done < count && !(index >= 0 && T.IsNaN(best)); done += Part)
        {
            int part = Math.Min(Part, count - done);
            ref T first = ref Unsafe.Add(ref x, done);
            T candidate = FoldLoop<TFold, T, R>.Run(fold, ref first, part);

            // A NaN is unequal too.
            if (index < 0 || fold.Join(new Number<T>(best), new Number<T>(candidate)).Value != best)
            {
                best = candidate;
                index = start + done + Search(best, ref first, part);
            }
        }
    }

    public readonly void End(int place) => indices[place] = index;

    // The first place of a number that is there.
    [MethodImpl(AggressiveOptimization)]
    private static int Search(T wanted, ref T x, int count)
    {
        R number = LaneParts<R, T>.Repeat(wanted), zero = R.Constant(0), one = R.Constant(1);
        bool isNaN = T.IsNaN(wanted);
        nint i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R lane = R.Load(ref Unsafe.Add(ref x, i));
            R found = isNaN ? R.SelectEqual(lane, lane, zero, one) : R.SelectEqual(lane, number, one, zero);
            if (!R.AllAtMost(found, zero)) { break; }
        }
        while (isNaN ? !T.IsNaN(Unsafe.Add(ref x, i)) : Unsafe.Add(ref x, i) != wanted) { i++; }
        return (int)i;
    }

    [MethodImpl(AggressiveOptimization)]
    private static R Lane<TAccess>(TFold fold, TAccess access, ref T x, nint step, int count)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R best = access.Load(ref x), found = R.Constant(0), number = found, one = R.Constant(1);
        for (int i = 1; i < count; i++)
        {
            x = ref Unsafe.Add(ref x, step);
            number += one;
            R chosen = fold.Join(best, access.Load(ref x));

            // Where the choice differs it is better, or a NaN; and nothing is better than a NaN.
            found = R.SelectEqual(chosen, best, found, R.SelectEqual(best, best, number, found));
            best = chosen;
        }
        return found;
    }
}
