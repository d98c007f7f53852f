using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>The X of A X = B, or of Aᵀ X = B, for matrices in the last two axes; dB = A⁻ᵀ dX, dA = -dB Xᵀ. The axes before them broadcast.</summary>
/// <remarks>
/// For Aᵀ it is dB = A⁻¹ dX, dA = -X dBᵀ. Both go by the decomposition of A itself, so that a pull finds the pivots that the equation was solved with.
/// Giles 2008, An extended collection of matrix derivative results, section 2.3.1.
/// </remarks>
internal readonly struct Solve(bool isTransposed) : IArrayRule
{
    private readonly bool isTransposed = isTransposed;

    public static bool CanAdd => false;

    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.Solutions(nameof(Solve), x.Shape(0), x.Shape(1));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (MatrixEquations.Solve(x[0], x[1], y, isTransposed) is { } failed)
        {
            Throw.Singular(nameof(Solve), x.Shape(0), failed.Matrix, failed.Row);
        }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0))
        {
            pull.Add(1, new Solve(!isTransposed), pull.Input(0), pull.Adjoint);
            return;
        }
        Variable<T> solution = pull.Output, pulled = ArrayOperation<Solve, T>.Apply(new(!isTransposed), pull.Input(0), pull.Adjoint);
        (Variable<T> left, Variable<T> right) = isTransposed ? (solution, pulled) : (pulled, solution);
        pull.Add(0, default(MatMul), -left, Variable.Transpose(right));
        pull.Add(1, pulled);
    }

    public override string ToString() => isTransposed ? "Solve[transposed]" : nameof(Solve);
}
