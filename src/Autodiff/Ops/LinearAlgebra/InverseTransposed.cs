using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>Y = A⁻ᵀ, or the cofactors of A divided by 0 where it is singular; dA = -Y dYᵀ Y. The derivative of ln |det A|.</summary>
internal readonly struct InverseTransposed : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    /// <summary>A⁻ᵀ times one number for each matrix, and nothing where that is 0.</summary>
    internal static Variable<T> Times<T>(Variable<T> numbers, Variable<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable<T>.Propagate(SquareMatrices.Repeated(numbers, a.Shape), ArrayOperation<InverseTransposed, T>.Apply(default, a));

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        MatrixEquations.InvertTransposed(x[0], y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> y = pull.Output;
        pull.Add(0, default(MatMul), -Variable.MatMul(y, Variable.Transpose(pull.Adjoint)), y);
    }
}
