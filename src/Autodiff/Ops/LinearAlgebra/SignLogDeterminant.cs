using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = (sign det A, ln |det A|) of square matrices, along a new first axis; dA = dy₁ A⁻ᵀ: the sign has derivative 0.</summary>
/// <remarks>
/// (0, -∞) where the determinant is 0, with an infinite derivative, and nothing where dy₁ is 0. One decomposition gives both. Giles 2008, section
/// 2.2.4.
/// </remarks>
internal readonly struct SignLogDeterminant : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.One(SquareMatrices.Require(nameof(SignLogDeterminant), x.Shape(0))).With(0, 2);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = y.Shape.ElementCount / 2;
        Determinants.SignsAndLogarithms(x[0], y.Span[..count], y.Span[count..]);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, InverseTransposed.Times(ViewOperation<Section, T>.Apply(new(0, 1, 1, 1), pull.Adjoint), pull.Input(0))); }
    }
}
