namespace Autodiff.Kernels;

/// <summary>Σ x².</summary>
internal readonly struct SquareSumFold : IFold
{
    public static double Neutral => 0;

    [MethodImpl(AggressiveInlining)]
    public R Include<R>(R folded, R x)
        where R : struct, IReal<R> =>
        R.MultiplyAdd(x, x, folded);

    [MethodImpl(AggressiveInlining)]
    public R Join<R>(R first, R second)
        where R : struct, IReal<R> =>
        first + second;
}
