using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = det A of square matrices, which stand in the last two axes; dA = dy cof(A), which is det(A) A⁻ᵀ where A is regular.</summary>
/// <remarks>
/// The cofactors are polynomials, and right for singular matrices, too. Giles 2008, An extended collection of matrix derivative results, section
/// 2.2.4.
/// </remarks>
internal readonly struct Determinant : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.One(SquareMatrices.Require(nameof(Determinant), x.Shape(0)));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Determinants.Of(x[0], y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> cofactors = ArrayOperation<DeterminantDerivative, T>.Apply(default, pull.Input(0));
        pull.Add(0, Variable<T>.Propagate(SquareMatrices.Repeated(pull.Adjoint, pull.Shape(0)), cofactors));
    }
}
