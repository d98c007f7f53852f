using System.Buffers;
using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>How far elements are from their mean over axes.</summary>
internal static class Deviation
{
    /// <summary>y = x - mean x, and once more of what that leaves.</summary>
    internal static void Run<T>(Elements<T> x, uint axes, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape reduced = x.Shape.Without(axes, keepAxes: true);
        if (x.Shape.Length == 0) { return; }
        T[] memory = ArrayPool<T>.Shared.Rent(reduced.Length);
        Elements<T> mean = new(memory, 0, reduced.Dense);
        T count = T.CreateTruncating(x.Shape.Length / reduced.Length);
        SubtractMean(x);
        SubtractMean(y);
        ArrayPool<T>.Shared.Return(memory);

        void SubtractMean(Elements<T> from)
        {
            Reduction.Fold(default(SumFold), from, axes, mean.Span, accumulate: false);
            foreach (ref T each in mean.Span) { each /= count; }
            StridedElementwise.Forward(default(Subtract), from, mean, y);
        }
    }
}
