using System.Buffers;
using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x - the mean of x over axes; dx = dy - the mean of dy.</summary>
/// <remarks>
/// The mean of what is left is subtracted once more. That takes out the rounding of the mean (Chan, Golub and LeVeque 1983, Algorithms for computing
/// the sample variance), and of equal elements exactly 0 is left.
/// </remarks>
internal readonly struct Deviation(uint axes) : IArrayRule
{
    private readonly uint axes = axes;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SubtractMean(x[0], y);
        SubtractMean(y, y);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Deviation(axes), pull.Adjoint);

    private void SubtractMean<T>(Elements<T> x, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Shape.ElementCount == 0) { return; }
        Shape reduced = x.Shape.Without(axes, keepAxes: true);
        T[] memory = ArrayPool<T>.Shared.Rent(reduced.ElementCount);
        Elements<T> mean = new(memory, 0, reduced.Dense);
        Reduction.Fold(default(SumFold), x, axes, mean.Span, accumulate: false);
        T count = T.CreateTruncating(x.Shape.ElementCount / reduced.ElementCount);
        foreach (ref T each in mean.Span) { each /= count; }
        StridedElementwise.Forward(default(Subtract), x, mean, y);
        ArrayPool<T>.Shared.Return(memory);
    }
}
