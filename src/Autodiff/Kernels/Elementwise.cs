using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Runs rules over spans, with the widest lane that the machine has; the choice is a constant to the JIT.</summary>
/// <remarks>
/// All spans have the length of the destination, which may be one of the sources. A span that the rule does not read may be empty.
/// </remarks>
internal static class Elementwise
{
    /// <summary>y = f(x).</summary>
    internal static void Forward<TRule, T>(TRule rule, ReadOnlySpan<T> x, Span<T> y)
        where TRule : struct, IUnaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { UnaryLoop<TRule, T, Lane512<T>>.Forward(rule, x, y); }
        else if (Vector256.IsHardwareAccelerated) { UnaryLoop<TRule, T, Lane256<T>>.Forward(rule, x, y); }
        else { UnaryLoop<TRule, T, Lane128<T>>.Forward(rule, x, y); }
    }

    /// <summary>dx = dy f'(x), or added to dx.</summary>
    internal static void Backward<TRule, T>(TRule rule, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate)
        where TRule : struct, IUnaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { UnaryLoop<TRule, T, Lane512<T>>.Backward(rule, x, y, dy, dx, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { UnaryLoop<TRule, T, Lane256<T>>.Backward(rule, x, y, dy, dx, accumulate); }
        else { UnaryLoop<TRule, T, Lane128<T>>.Backward(rule, x, y, dy, dx, accumulate); }
    }

    /// <summary>y = f(a, b).</summary>
    internal static void Forward<TRule, T>(TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) { BinaryLoop<TRule, T, Lane512<T>>.Forward(rule, a, b, y); }
        else if (Vector256.IsHardwareAccelerated) { BinaryLoop<TRule, T, Lane256<T>>.Forward(rule, a, b, y); }
        else { BinaryLoop<TRule, T, Lane128<T>>.Forward(rule, a, b, y); }
    }

    /// <summary>f(a, b) of single elements, with the same bits.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static T Forward<TRule, T>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector512.IsHardwareAccelerated ? BinaryLoop<TRule, T, Lane512<T>>.Forward(rule, a, b)
        : Vector256.IsHardwareAccelerated ? BinaryLoop<TRule, T, Lane256<T>>.Forward(rule, a, b)
        : BinaryLoop<TRule, T, Lane128<T>>.Forward(rule, a, b);

    /// <summary>The pull to one side: dy times the derivative by that argument, written or added to its adjoint.</summary>
    internal static void Backward<TRule, T, TSide>(
        TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSide : struct, ISide
    {
        if (Vector512.IsHardwareAccelerated) { BinaryLoop<TRule, T, Lane512<T>>.Backward<TSide>(rule, a, b, y, dy, adjoint, accumulate); }
        else if (Vector256.IsHardwareAccelerated) { BinaryLoop<TRule, T, Lane256<T>>.Backward<TSide>(rule, a, b, y, dy, adjoint, accumulate); }
        else { BinaryLoop<TRule, T, Lane128<T>>.Backward<TSide>(rule, a, b, y, dy, adjoint, accumulate); }
    }
}
