using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = √(Σ x²) over axes; dx = dy x/y, 0 where y = 0.</summary>
/// <remarks>Where a sum of squares overflows or loses digits to underflow, relative to the greatest element.</remarks>
internal readonly struct EuclideanNorm(uint axes, bool keepAxes) : IArrayRule
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
        PowerNorm.Euclidean(x[0], axes, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // x/∞ is 0, and so are its derivatives.
        Variable<T> divisor = Variable.Where(Variable.Equal(pull.Output, T.Zero), T.PositiveInfinity, pull.Output);
        pull.Add(0, Variable<T>.Propagate(pull.Repeated(pull.Adjoint, axes), pull.Input(0) / pull.Repeated(divisor, axes)));
    }
}
