using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the sum of x² over axes; dx = 2 dy x.</summary>
internal readonly struct SquareSum(uint axes, bool keepAxes) : IArrayRule
{
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduction.Fold(default(SquareSumFold), x[0], axes, y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, Variable<T>.Propagate(pull.Repeated(pull.Adjoint + pull.Adjoint, axes), pull.Input(0)));
}
