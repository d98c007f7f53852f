using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>The loops over a unary rule. Whole lanes first; the last, partial lane is masked and goes through the same arithmetic.</summary>
/// <remarks>
/// The partial lane has a method of its own: a rule is inlined into each, and what a method may inline is limited. Optimised at once,
/// because a first tier over lanes is a hundred times slower.
/// </remarks>
internal static class UnaryLoop<TRule, T, R>
    where TRule : struct, IUnaryRule
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    [MethodImpl(AggressiveOptimization)]
    internal static void Forward(TRule rule, ReadOnlySpan<T> x, Span<T> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, y.Length);
        ref T px = ref MemoryMarshal.GetReference(x);
        ref T py = ref MemoryMarshal.GetReference(y);
        nint i = 0;
        for (; i <= y.Length - R.Count; i += R.Count)
        {
            R.Store(rule.Forward(R.Load(ref Unsafe.Add(ref px, i))), ref Unsafe.Add(ref py, i));
        }
        if (i < y.Length) { ForwardLast(rule, ref Unsafe.Add(ref px, i), ref Unsafe.Add(ref py, i), (int)(y.Length - i)); }
    }

    [MethodImpl(AggressiveOptimization)]
    internal static void Backward(TRule rule, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate)
    {
        LaneSource.Require(TRule.Reads, Reads.Input, x.Length, dx.Length);
        LaneSource.Require(TRule.Reads, Reads.Output, y.Length, dx.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(dy.Length, dx.Length);
        ref T px = ref MemoryMarshal.GetReference(x);
        ref T py = ref MemoryMarshal.GetReference(y);
        ref T pdy = ref MemoryMarshal.GetReference(dy);
        ref T pdx = ref MemoryMarshal.GetReference(dx);
        nint i = 0;
        for (; i <= dx.Length - R.Count; i += R.Count)
        {
            R partial = rule.Derivative(
                LaneSource.Load<R, T>(TRule.Reads, Reads.Input, ref px, i), LaneSource.Load<R, T>(TRule.Reads, Reads.Output, ref py, i));
            R pulled = R.Propagate(R.Load(ref Unsafe.Add(ref pdy, i)), partial);
            ref T target = ref Unsafe.Add(ref pdx, i);
            R.Store(accumulate ? R.Load(ref target) + pulled : pulled, ref target);
        }
        if (i < dx.Length) { BackwardLast(rule, x, y, dy, dx, (int)i, accumulate); }
    }

    [MethodImpl(NoInlining | AggressiveOptimization)]
    private static void ForwardLast(TRule rule, ref T x, ref T y, int count) => R.Store(rule.Forward(R.Load(ref x, count)), ref y, count);

    [MethodImpl(NoInlining | AggressiveOptimization)]
    private static void BackwardLast(TRule rule, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, int start, bool accumulate)
    {
        R partial = rule.Derivative(LaneSource.Load<R, T>(TRule.Reads, Reads.Input, x, start), LaneSource.Load<R, T>(TRule.Reads, Reads.Output, y, start));
        LaneSource.Pull(LaneSource.Load<R, T>(dy, start), partial, dx[start..], accumulate);
    }
}
