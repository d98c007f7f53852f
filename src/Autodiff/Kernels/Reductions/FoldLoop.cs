using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The loops of a fold.</summary>
/// <remarks>
/// Few numbers are folded one after the other; many in halves, and those in halves. The rounding errors of a sum then grow with the
/// logarithm of the count. The order depends on the counts and on the width of a lane alone, so a result is the same bits every time.
/// </remarks>
internal static class FoldLoop<TFold, T, R>
    where TFold : struct, IFold
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    /// <summary>So many rows are folded one after the other.</summary>
    private const int Block = 32;

    /// <summary>The number of columns of <see cref="Four"/>.</summary>
    internal static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => 4 * R.Count;
    }

    internal static R Neutral
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(TFold.Neutral);
    }

    /// <summary>Folds <paramref name="count"/> rows of four lanes into one.</summary>
    internal static FourLanes<R> Four(TFold fold, ref T x, nint step, int count)
    {
        if (count <= Block) { return FourOfBlock(fold, ref x, step, count); }
        int half = Half(count);
        FourLanes<R> first = Four(fold, ref x, step, half);
        FourLanes<R> second = Four(fold, ref Unsafe.Add(ref x, half * step), step, count - half);
        return FourLanes<R>.Join(fold, first, second);
    }

    /// <summary>Folds <paramref name="count"/> rows of one lane, or of its first elements, into one.</summary>
    internal static R One<TAccess>(TFold fold, TAccess access, ref T x, nint step, int count)
        where TAccess : struct, ILaneAccess<R, T>
    {
        if (count <= 4 * Block) { return OneOfBlock(fold, access, ref x, step, count); }
        int half = Half(count);
        R first = One(fold, access, ref x, step, half);
        R second = One(fold, access, ref Unsafe.Add(ref x, half * step), step, count - half);
        return fold.Join(first, second);
    }

    /// <summary>Folds neighbours into one number.</summary>
    internal static T Run(TFold fold, ref T x, int count)
    {
        R folded = Neutral;
        int rows = count / Width;
        if (rows > Block)
        {
            folded = Four(fold, ref x, Width, rows).Join(fold);
            x = ref Unsafe.Add(ref x, (nint)rows * Width);
            count -= rows * Width;
        }
        return RunOfBlock(fold, folded, ref x, count);
    }

    [MethodImpl(AggressiveOptimization)]
    private static T RunOfBlock(TFold fold, R a, ref T x, int count)
    {
        R b = Neutral, c = Neutral, d = Neutral;
        for (; count >= Width; count -= Width)
        {
            a = fold.Include(a, R.Load(ref x));
            b = fold.Include(b, R.Load(ref Unsafe.Add(ref x, R.Count)));
            c = fold.Include(c, R.Load(ref Unsafe.Add(ref x, 2 * R.Count)));
            d = fold.Include(d, R.Load(ref Unsafe.Add(ref x, 3 * R.Count)));
            x = ref Unsafe.Add(ref x, Width);
        }
        R folded = fold.Join(fold.Join(a, b), fold.Join(c, d));
        for (; count >= R.Count; count -= R.Count)
        {
            folded = fold.Include(folded, R.Load(ref x));
            x = ref Unsafe.Add(ref x, R.Count);
        }
        if (count > 0) { folded = fold.Include(folded, LaneParts<R, T>.First(R.Load(ref x, count), count, Neutral)); }
        return LaneParts<R, T>.Join(fold, folded);
    }

    [MethodImpl(AggressiveOptimization)]
    private static FourLanes<R> FourOfBlock(TFold fold, ref T x, nint step, int count)
    {
        R a = Neutral, b = Neutral, c = Neutral, d = Neutral;
        for (; count > 0; count--)
        {
            a = fold.Include(a, R.Load(ref x));
            b = fold.Include(b, R.Load(ref Unsafe.Add(ref x, R.Count)));
            c = fold.Include(c, R.Load(ref Unsafe.Add(ref x, 2 * R.Count)));
            d = fold.Include(d, R.Load(ref Unsafe.Add(ref x, 3 * R.Count)));
            x = ref Unsafe.Add(ref x, step);
        }
        return new(a, b, c, d);
    }

    // The chains are four rows that follow each other.
    [MethodImpl(AggressiveOptimization)]
    private static R OneOfBlock<TAccess>(TFold fold, TAccess access, ref T x, nint step, int count)
        where TAccess : struct, ILaneAccess<R, T>
    {
        R a = Neutral, b = Neutral, c = Neutral, d = Neutral;
        for (; count >= 4; count -= 4)
        {
            a = fold.Include(a, access.Load(ref x));
            b = fold.Include(b, access.Load(ref Unsafe.Add(ref x, step)));
            c = fold.Include(c, access.Load(ref Unsafe.Add(ref x, 2 * step)));
            d = fold.Include(d, access.Load(ref Unsafe.Add(ref x, 3 * step)));
            x = ref Unsafe.Add(ref x, 4 * step);
        }
        for (; count > 0; count--)
        {
            a = fold.Include(a, access.Load(ref x));
            x = ref Unsafe.Add(ref x, step);
        }
        return fold.Join(fold.Join(a, b), fold.Join(c, d));
    }

    // Half of the rows, and whole blocks.
    private static int Half(int count) => (((count / 2) + Block - 1) / Block) * Block;
}
