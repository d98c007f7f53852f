using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>Y = A⁻¹ of square matrices, which stand in the last two axes; dA = -Yᵀ dY Yᵀ.</summary>
/// <remarks>Giles 2008, An extended collection of matrix derivative results, section 2.2.3.</remarks>
internal readonly struct Inverse : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.Require(nameof(Inverse), x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (MatrixEquations.Invert(x[0], y.Span) is { } failed) { Throw.Singular(nameof(Inverse), x.Shape(0), failed.Matrix, failed.Row); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> transposed = Variable.Transpose(pull.Output);
        pull.Add(0, default(MatMul), -Variable.MatMul(transposed, pull.Adjoint), transposed);
    }
}
