using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>L, lower triangular, with L Lᵀ = (A + Aᵀ)/2, for matrices in the last two axes; dA = L⁻ᵀ (P + Pᵀ) L⁻¹/2, P = Φ(Lᵀ dL).</summary>
/// <remarks>
/// Φ takes the lower triangle and half of the diagonal. Only the symmetric part of A counts, so that the symmetric gradient is the derivative at every
/// A. Murray 2016, Differentiation of the Cholesky decomposition, section 3.1.
/// </remarks>
internal readonly struct Cholesky : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.Require(nameof(Cholesky), x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (MatrixEquations.Cholesky(x[0], y.Span) is { } failed) { Throw.NotPositiveDefinite(x.Shape(0), failed.Matrix, failed.Row); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> transposed = Variable.Transpose(pull.Output);
        Variable<T> product = Variable.MatMul(transposed, pull.Adjoint) * T.CreateTruncating(0.5);
        Variable<T> lower = ArrayOperation<Triangle, T>.Apply(new(0, isUpper: false), product);
        Variable<T> below = ArrayOperation<Triangle, T>.Apply(new(-1, isUpper: false), product);
        SolveTriangular back = new(isUpper: true, isUnit: false);
        Variable<T> half = ArrayOperation<SolveTriangular, T>.Apply(back, transposed, lower + Variable.Transpose(below));
        pull.Add(0, back, transposed, Variable.Transpose(half));
    }
}
