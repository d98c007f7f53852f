namespace Autodiff.Kernels;

/// <summary>The greatest number; NaN if there is one. Of none, -∞.</summary>
internal readonly struct MaximumFold : IFold
{
    public static double Neutral => double.NegativeInfinity;

    [MethodImpl(AggressiveInlining)]
    public R Include<R>(R folded, R x)
        where R : struct, IReal<R> =>
        R.Max(folded, x);

    [MethodImpl(AggressiveInlining)]
    public R Join<R>(R first, R second)
        where R : struct, IReal<R> =>
        R.Max(first, second);
}
