namespace Autodiff.Kernels;

/// <summary>Four lanes side by side: enough independent chains of arithmetic to hide the time that a step takes.</summary>
internal readonly struct FourLanes<R>(R a, R b, R c, R d)
    where R : struct, IReal<R>
{
    internal readonly R A = a, B = b, C = c, D = d;

    [MethodImpl(AggressiveInlining)]
    internal static FourLanes<R> Join<TFold>(TFold fold, in FourLanes<R> first, in FourLanes<R> second)
        where TFold : struct, IFold =>
        new(fold.Join(first.A, second.A), fold.Join(first.B, second.B), fold.Join(first.C, second.C), fold.Join(first.D, second.D));

    [MethodImpl(AggressiveInlining)]
    internal R Join<TFold>(TFold fold)
        where TFold : struct, IFold =>
        fold.Join(fold.Join(A, B), fold.Join(C, D));
}
