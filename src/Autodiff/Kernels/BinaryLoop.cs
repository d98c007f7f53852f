using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>The loops over a binary rule, as <see cref="UnaryLoop{TRule, T, R}"/> has them.</summary>
internal static class BinaryLoop<TRule, T, R>
    where TRule : struct, IBinaryRule
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    [MethodImpl(AggressiveOptimization)]
    internal static void Forward(TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, y.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, y.Length);
        ref T pa = ref MemoryMarshal.GetReference(a);
        ref T pb = ref MemoryMarshal.GetReference(b);
        ref T py = ref MemoryMarshal.GetReference(y);
        nint i = 0;
        for (; i <= y.Length - R.Count; i += R.Count)
        {
            R.Store(rule.Forward(R.Load(ref Unsafe.Add(ref pa, i)), R.Load(ref Unsafe.Add(ref pb, i))), ref Unsafe.Add(ref py, i));
        }
        if (i < y.Length) { ForwardLast(rule, a, b, y, (int)i); }
    }

    [MethodImpl(AggressiveOptimization)]
    internal static void Backward<TSide>(
        TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate)
        where TSide : struct, ISide
    {
        Reads reads = TSide.Reads<TRule>();
        LaneSource.Require(reads, Reads.A, a.Length, adjoint.Length);
        LaneSource.Require(reads, Reads.B, b.Length, adjoint.Length);
        LaneSource.Require(reads, Reads.Output, y.Length, adjoint.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(dy.Length, adjoint.Length);
        ref T pa = ref MemoryMarshal.GetReference(a);
        ref T pb = ref MemoryMarshal.GetReference(b);
        ref T py = ref MemoryMarshal.GetReference(y);
        ref T pdy = ref MemoryMarshal.GetReference(dy);
        ref T pd = ref MemoryMarshal.GetReference(adjoint);
        nint i = 0;
        for (; i <= adjoint.Length - R.Count; i += R.Count)
        {
            R partial = TSide.Derivative(
                rule,
                LaneSource.Load<R, T>(TSide.Reads<TRule>(), Reads.A, ref pa, i),
                LaneSource.Load<R, T>(TSide.Reads<TRule>(), Reads.B, ref pb, i),
                LaneSource.Load<R, T>(TSide.Reads<TRule>(), Reads.Output, ref py, i));
            R pulled = R.Propagate(R.Load(ref Unsafe.Add(ref pdy, i)), partial);
            ref T target = ref Unsafe.Add(ref pd, i);
            R.Store(accumulate ? R.Load(ref target) + pulled : pulled, ref target);
        }
        if (i < adjoint.Length) { BackwardLast<TSide>(rule, a, b, y, dy, adjoint, (int)i, accumulate); }
    }

    /// <summary>One element, with the bits that it has among others; no mask, which would cost more than the rest.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static T Forward(TRule rule, T a, T b) => R.First(rule.Forward(R.Broadcast(a), R.Broadcast(b)));

    [MethodImpl(NoInlining | AggressiveOptimization)]
    private static void ForwardLast(TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y, int start)
    {
        R value = rule.Forward(LaneSource.Load<R, T>(a, start), LaneSource.Load<R, T>(b, start));
        R.Store(value, ref y[start], y.Length - start);
    }

    [MethodImpl(NoInlining | AggressiveOptimization)]
    private static void BackwardLast<TSide>(
        TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, int start, bool accumulate)
        where TSide : struct, ISide
    {
        Reads reads = TSide.Reads<TRule>();
        R partial = TSide.Derivative(
            rule,
            LaneSource.Load<R, T>(reads, Reads.A, a, start),
            LaneSource.Load<R, T>(reads, Reads.B, b, start),
            LaneSource.Load<R, T>(reads, Reads.Output, y, start));
        LaneSource.Pull(LaneSource.Load<R, T>(dy, start), partial, adjoint[start..], accumulate);
    }
}
