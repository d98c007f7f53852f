using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = ln det A of square matrices, which stand in the last two axes; dA = dy A⁻ᵀ.</summary>
/// <remarks>
/// NaN where the determinant is negative, with the derivative of ln |det A|; -∞ where it is 0, with an infinite derivative, and nothing where dy is 0.
/// From the pivots, so that no product overflows. Giles 2008, section 2.2.4.
/// </remarks>
internal readonly struct LogDeterminant : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.One(SquareMatrices.Require(nameof(LogDeterminant), x.Shape(0)));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Determinants.Logarithms(x[0], y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, InverseTransposed.Times(pull.Adjoint, pull.Input(0))); }
    }
}
