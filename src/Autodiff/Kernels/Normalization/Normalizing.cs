using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>
/// Normalisation of the groups of an array [batch, groups, members, extent]: their centers, n = (x - mean)/√(variance + ε), and the pulls of n w + b.
/// </summary>
/// <remarks>
/// The variance is the mean of the squares of the distances from the mean, in a second pass, and what rounding has cut off the mean is taken out of both
/// (Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance).
/// </remarks>
internal static class Normalizing
{
    /// <summary>The shape of the centers, which <see cref="FindCenters{T}"/> writes.</summary>
    internal static Shape ShapeOfCenters(in Grouping grouping) => Shape.Of(4, grouping.Centers);

    internal static void FindCenters<T>(Elements<T> x, in Grouping grouping, Span<T> centers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (grouping.IsEmpty) { return; }
        using DenseElements<T> dense = new(x);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        if (Vector512.IsHardwareAccelerated) { Normalizer<T, Lane512<T>>.FindCenters(ref source, grouping, centers); }
        else if (Vector256.IsHardwareAccelerated) { Normalizer<T, Lane256<T>>.FindCenters(ref source, grouping, centers); }
        else { Normalizer<T, Lane128<T>>.FindCenters(ref source, grouping, centers); }
    }

    /// <summary>y = n w + b; weights and biases, [groups, members], may be empty.</summary>
    internal static void Normalize<T>(Elements<T> x, in Grouping grouping, Span<T> centers, ReadOnlySpan<T> w, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (grouping.IsEmpty) { return; }
        using DenseElements<T> dense = new(x);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        ref T target = ref MemoryMarshal.GetReference(y);
        Centers<T> known = new(centers);
        if (Vector512.IsHardwareAccelerated) { Normalizer<T, Lane512<T>>.Normalize(ref source, grouping, known, w, b, ref target); }
        else if (Vector256.IsHardwareAccelerated) { Normalizer<T, Lane256<T>>.Normalize(ref source, grouping, known, w, b, ref target); }
        else { Normalizer<T, Lane128<T>>.Normalize(ref source, grouping, known, w, b, ref target); }
    }

    /// <summary>
    /// dx = (g - the mean of g - n times the mean of g n)/√(variance + ε) with g = dy w, or added to dx. Without a mean that of g is left out.
    /// </summary>
    internal static void Pull<T>(
        Elements<T> x, in Grouping grouping, Span<T> centers, ReadOnlySpan<T> w, Elements<T> dy, Span<T> dx, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (grouping.IsEmpty) { return; }
        using DenseElements<T> dense = new(x), incoming = new(dy);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        ref T adjoint = ref MemoryMarshal.GetReference(incoming.Span);
        ref T target = ref MemoryMarshal.GetReference(dx);
        Centers<T> known = new(centers);
        if (Vector512.IsHardwareAccelerated) { Normalizer<T, Lane512<T>>.Pull(ref source, grouping, known, w, ref adjoint, ref target, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Normalizer<T, Lane256<T>>.Pull(ref source, grouping, known, w, ref adjoint, ref target, accumulate); }
        else { Normalizer<T, Lane128<T>>.Pull(ref source, grouping, known, w, ref adjoint, ref target, accumulate); }
    }

    /// <summary>dw = Σ dy n over all numbers that share a weight, or added to dw.</summary>
    internal static void PullWeights<T>(Elements<T> x, in Grouping grouping, Span<T> centers, Elements<T> dy, Span<T> dw, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (grouping.IsEmpty)
        {
            if (!accumulate) { dw.Clear(); }
            return;
        }
        using DenseElements<T> dense = new(x), incoming = new(dy);
        ref T source = ref MemoryMarshal.GetReference(dense.Span);
        ref T adjoint = ref MemoryMarshal.GetReference(incoming.Span);
        Centers<T> known = new(centers);
        if (Vector512.IsHardwareAccelerated) { Normalizer<T, Lane512<T>>.PullWeights(ref source, grouping, known, ref adjoint, dw, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { Normalizer<T, Lane256<T>>.PullWeights(ref source, grouping, known, ref adjoint, dw, accumulate); }
        else { Normalizer<T, Lane128<T>>.PullWeights(ref source, grouping, known, ref adjoint, dw, accumulate); }
    }
}
