namespace Autodiff.Kernels;

/// <summary>Π x.</summary>
internal readonly struct ProductFold : IFold
{
    public static double Neutral => 1;

    [MethodImpl(AggressiveInlining)]
    public R Include<R>(R folded, R x)
        where R : struct, IReal<R> =>
        folded * x;

    [MethodImpl(AggressiveInlining)]
    public R Join<R>(R first, R second)
        where R : struct, IReal<R> =>
        first * second;
}
