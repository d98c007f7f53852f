namespace Autodiff.Kernels;

/// <summary>The least number; NaN if there is one. Of none, +∞.</summary>
internal readonly struct MinimumFold : IFold
{
    public static double Neutral => double.PositiveInfinity;

    [MethodImpl(AggressiveInlining)]
    public R Include<R>(R folded, R x)
        where R : struct, IReal<R> =>
        R.Min(folded, x);

    [MethodImpl(AggressiveInlining)]
    public R Join<R>(R first, R second)
        where R : struct, IReal<R> =>
        R.Min(first, second);
}
