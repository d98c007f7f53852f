using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Tests.Kernels.Reductions;

/// <summary>The reductions of one width. A width that the machine lacks runs too, in software.</summary>
internal abstract class ReductionWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static ReductionWidth<T>[] All { get; } =
        [new ReductionWidth<T, Lane128<T>>(), new ReductionWidth<T, Lane256<T>>(), new ReductionWidth<T, Lane512<T>>()];

    public abstract void Fold<TFold>(Elements<T> source, uint axes, Span<T> target, bool accumulate)
        where TFold : struct, IFold;

    public abstract void IndexOf<TFold>(Elements<T> source, int axis, Span<int> indices)
        where TFold : struct, IFold;

    public abstract void LogSumExp(Elements<T> source, uint axes, Span<T> target);

    public abstract void Softmax<TForm>(Elements<T> source, int axis, Span<T> target)
        where TForm : struct, ISoftmaxForm;

    public abstract void SoftmaxBackward<TForm>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate)
        where TForm : struct, ISoftmaxForm;
}

/// <summary>The reductions with one lane type.</summary>
internal sealed class ReductionWidth<T, R> : ReductionWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    public override void Fold<TFold>(Elements<T> source, uint axes, Span<T> target, bool accumulate) =>
        Reduction.Fold<TFold, T, R>(default, source, axes, target, accumulate);

    public override void IndexOf<TFold>(Elements<T> source, int axis, Span<int> indices) => Reduction.IndexOf<TFold, T, R>(default, source, axis, indices);

    public override void LogSumExp(Elements<T> source, uint axes, Span<T> target) => Autodiff.Kernels.LogSumExp.Fold<T, R>(source, axes, target);

    public override void Softmax<TForm>(Elements<T> source, int axis, Span<T> target) =>
        Autodiff.Kernels.Softmax.Forward<TForm, T, R>(source, axis, target);

    public override void SoftmaxBackward<TForm>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Shape shape, int axis, Span<T> dx, bool accumulate) =>
        Autodiff.Kernels.Softmax.Backward<TForm, T, R>(y, dy, shape, axis, dx, accumulate);

    public override string ToString() => typeof(R).Name;
}
