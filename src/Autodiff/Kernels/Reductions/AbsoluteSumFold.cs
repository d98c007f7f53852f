namespace Autodiff.Kernels;

/// <summary>Σ |x|.</summary>
internal readonly struct AbsoluteSumFold : IFold
{
    public static double Neutral => 0;

    [MethodImpl(AggressiveInlining)]
    public R Include<R>(R folded, R x)
        where R : struct, IReal<R> =>
        folded + R.Abs(x);

    [MethodImpl(AggressiveInlining)]
    public R Join<R>(R first, R second)
        where R : struct, IReal<R> =>
        first + second;
}
