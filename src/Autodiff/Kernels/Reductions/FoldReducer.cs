using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Folds columns and rows into a span, or joins them with what is there.</summary>
internal ref struct FoldReducer<TFold, T, R>(TFold fold, Span<T> target, bool accumulate) : IReducer<T>
    where TFold : struct, IFold
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // At most what four of the widest lanes hold.
    private const int Room = 64;

    private readonly TFold fold = fold;
    private readonly Span<T> target = target;
    private readonly bool accumulate = accumulate;
    private Cascade<TFold, T> parts = new(fold);

    public static bool DependsOnOrder => false;

    public static int LongestColumn => int.MaxValue;

    public readonly void Columns(ref T x, nint step, int count, int columns, int place)
    {
        int width = FoldLoop<TFold, T, R>.Width, done = 0;
        Span<T> results = target.Slice(place, columns);
        if (columns >= width)
        {
            for (; done <= columns - width; done += width)
            {
                Write(FoldLoop<TFold, T, R>.Four(fold, ref Unsafe.Add(ref x, done), step, count), ref results[done]);
            }
            if (done == columns) { return; }

            // The last columns share their lanes with some that are done.
            Span<T> room = stackalloc T[Room];
            new FoldReducer<TFold, T, R>(fold, room, accumulate: false).Columns(ref Unsafe.Add(ref x, columns - width), step, count, width, 0);
            Write(room[(width - columns + done)..width], results[done..]);
        }
        else if (step == columns && count >= 2 * (width / columns)) { Grouped(ref x, count, results); }
        else { Narrow(ref x, step, count, results); }
    }

    public readonly bool Columns(ref T x, scoped ReadOnlySpan<Axis> reduced, int columns, int place)
    {
        int planes = 1;
        foreach (Axis axis in reduced[..^1]) { planes *= axis.Length; }
        Span<T> folded = stackalloc T[Room];
        for (int done = 0; done < columns; done += Room)
        {
            int width = Math.Min(Room, columns - done);
            Planes(ref Unsafe.Add(ref x, done), reduced, 0, planes, folded[..width]);
            Write(folded[..width], target.Slice(place + done, width));
        }
        return true;
    }

    public readonly void Begin() { }

    public void Include(ref T x, int count, int start) => parts.Push(FoldLoop<TFold, T, R>.Run(fold, ref x, count));

    public void End(int place)
    {
        T value = parts.Take();
        target[place] = accumulate ? Join(target[place], value) : value;
    }

    // Few columns without gaps: several rows are one row of more columns, whose results are then joined.
    private readonly void Grouped(ref T x, int count, Span<T> results)
    {
        int columns = results.Length, group = FoldLoop<TFold, T, R>.Width / columns, wide = group * columns, groups = count / group;
        Span<T> room = stackalloc T[2 * Room];
        Span<T> folded = room[..wide], rest = room.Slice(Room, columns);
        FoldReducer<TFold, T, R> wider = new(fold, folded, accumulate: false);
        if (wide == FoldLoop<TFold, T, R>.Width) { wider.Columns(ref x, wide, groups, wide, 0); }
        else { wider.Narrow(ref x, wide, groups, folded); }
        for (int width = group; width > 1;)
        {
            // Pairwise: the back half of the rows is joined to the front half.
            int half = (width + 1) / 2;
            for (int i = half * columns; i < width * columns; i++) { folded[i - (half * columns)] = Join(folded[i - (half * columns)], folded[i]); }
            width = half;
        }
        int left = count - (groups * group);
        if (left > 0)
        {
            new FoldReducer<TFold, T, R>(fold, rest, accumulate: false).Narrow(ref Unsafe.Add(ref x, (nint)groups * wide), columns, left, rest);
            for (int i = 0; i < columns; i++) { folded[i] = Join(folded[i], rest[i]); }
        }
        Write(folded[..columns], results);
    }

    // Planes of rows, numbered along all axes but the last, in halves.
    private readonly void Planes(ref T x, scoped ReadOnlySpan<Axis> reduced, int first, int count, Span<T> results)
    {
        if (count == 1)
        {
            Odometer place = new(reduced[..^1], stackalloc int[reduced.Length - 1]);
            place.Seek(first);
            Axis along = reduced[^1];
            FoldReducer<TFold, T, R> plane = new(fold, results, accumulate: false);
            plane.Columns(ref Unsafe.Add(ref x, place.Source), along.Source, along.Length, results.Length, 0);
            return;
        }
        int half = count / 2;
        Span<T> room = stackalloc T[Room];
        Span<T> second = room[..results.Length];
        Planes(ref x, reduced, first, half, results);
        Planes(ref x, reduced, first + half, count - half, second);
        for (int i = 0; i < second.Length; i++) { results[i] = Join(results[i], second[i]); }
    }

    // Lane by lane, the last one masked.
    private readonly void Narrow(ref T x, nint step, int count, Span<T> results)
    {
        int done = 0;
        for (; done <= results.Length - R.Count; done += R.Count)
        {
            R whole = FoldLoop<TFold, T, R>.One(fold, default(WholeLane<R, T>), ref Unsafe.Add(ref x, done), step, count);
            ref T place = ref results[done];
            R.Store(accumulate ? fold.Join(R.Load(ref place), whole) : whole, ref place);
        }
        if (done < results.Length)
        {
            int last = results.Length - done;
            R part = FoldLoop<TFold, T, R>.One(fold, new FirstOfLane<R, T>(last), ref Unsafe.Add(ref x, done), step, count);
            ref T place = ref results[done];
            R.Store(accumulate ? fold.Join(R.Load(ref place, last), part) : part, ref place, last);
        }
    }

    private readonly void Write(FourLanes<R> folded, ref T place)
    {
        if (accumulate)
        {
            FourLanes<R> old = new(
                R.Load(ref place),
                R.Load(ref Unsafe.Add(ref place, R.Count)),
                R.Load(ref Unsafe.Add(ref place, 2 * R.Count)),
                R.Load(ref Unsafe.Add(ref place, 3 * R.Count)));
            folded = FourLanes<R>.Join(fold, old, folded);
        }
        R.Store(folded.A, ref place);
        R.Store(folded.B, ref Unsafe.Add(ref place, R.Count));
        R.Store(folded.C, ref Unsafe.Add(ref place, 2 * R.Count));
        R.Store(folded.D, ref Unsafe.Add(ref place, 3 * R.Count));
    }

    private readonly void Write(ReadOnlySpan<T> folded, Span<T> results)
    {
        for (int i = 0; i < folded.Length; i++) { results[i] = accumulate ? Join(results[i], folded[i]) : folded[i]; }
    }

    private readonly T Join(T first, T second) => fold.Join(new Number<T>(first), new Number<T>(second)).Value;
}
