using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>The loops of one width. A width that the machine lacks runs too, in software.</summary>
internal abstract class LaneWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static LaneWidth<T>[] All { get; } = [new LaneWidth<T, Lane128<T>>(), new LaneWidth<T, Lane256<T>>(), new LaneWidth<T, Lane512<T>>()];

    public abstract int Count { get; }

    public abstract void Forward<TRule>(TRule rule, ReadOnlySpan<T> x, Span<T> y)
        where TRule : struct, IUnaryRule;

    public abstract void Backward<TRule>(TRule rule, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate)
        where TRule : struct, IUnaryRule;

    public abstract void Forward<TRule>(TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where TRule : struct, IBinaryRule;

    public abstract void Backward<TRule, TSide>(
        TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate)
        where TRule : struct, IBinaryRule
        where TSide : struct, ISide;
}

/// <summary>The loops over one lane type.</summary>
internal sealed class LaneWidth<T, R> : LaneWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    public override int Count => R.Count;

    public override void Forward<TRule>(TRule rule, ReadOnlySpan<T> x, Span<T> y) => UnaryLoop<TRule, T, R>.Forward(rule, x, y);

    public override void Backward<TRule>(TRule rule, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate) =>
        UnaryLoop<TRule, T, R>.Backward(rule, x, y, dy, dx, accumulate);

    public override void Forward<TRule>(TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => BinaryLoop<TRule, T, R>.Forward(rule, a, b, y);

    public override void Backward<TRule, TSide>(
        TRule rule, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> adjoint, bool accumulate) =>
        BinaryLoop<TRule, T, R>.Backward<TSide>(rule, a, b, y, dy, adjoint, accumulate);

    public override string ToString() => typeof(R).Name;
}
