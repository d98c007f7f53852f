using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the greatest or the least of x over axes, NaN if there is one; dx = dy shared equally among the elements that are y, else 0.</summary>
internal readonly struct Extremum<TFold>(uint axes, bool keepAxes) : IArrayRule
    where TFold : struct, IFold
{
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduction.Fold(default(TFold), x[0], axes, y.Span, accumulate: false);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ExtremumPull.Add(pull, axes);

    public override string ToString() => typeof(TFold) == typeof(MaximumFold) ? "Max" : "Min";
}
