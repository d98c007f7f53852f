using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the sum of x over axes; dx = dy repeated along them.</summary>
/// <remarks>Summed in blocks, so that the error grows with the logarithm of the number of elements.</remarks>
internal readonly struct Sum(uint axes, bool keepAxes) : IArrayRule
{
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduction.Fold(default(SumFold), x[0], axes, y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, pull.Repeated(pull.Adjoint, axes));
}
