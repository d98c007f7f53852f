using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>The X of T X = B with one triangle of T, for matrices in the last two axes; dB = T⁻ᵀ dX, dT = -dB Xᵀ in that triangle, else 0.</summary>
/// <remarks>
/// Where the diagonal is taken for 1 nothing goes to it. The axes before the last two broadcast. Giles 2008, An extended collection of matrix
/// derivative results, section 2.3.1.
/// </remarks>
internal readonly struct SolveTriangular(bool isUpper, bool isUnit) : IArrayRule
{
    private readonly bool isUpper = isUpper;
    private readonly bool isUnit = isUnit;

    public static bool CanAdd => false;

    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SquareMatrices.Solutions(nameof(SolveTriangular), x.Shape(0), x.Shape(1));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (MatrixEquations.SolveTriangular(x[0], x[1], y, isUpper, isUnit) is { } failed)
        {
            Throw.Singular(nameof(SolveTriangular), x.Shape(0), failed.Matrix, failed.Row);
        }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SolveTriangular back = new(!isUpper, isUnit);
        Variable<T> transposed = Variable.Transpose(pull.Input(0));
        if (!pull.Wants(0))
        {
            pull.Add(1, back, transposed, pull.Adjoint);
            return;
        }
        Variable<T> pulled = ArrayOperation<SolveTriangular, T>.Apply(back, transposed, pull.Adjoint);
        int diagonal = !isUnit ? 0 : isUpper ? 1 : -1;
        pull.Add(0, new Triangle(diagonal, isUpper), Variable.MatMul(-pulled, Variable.Transpose(pull.Output)));
        pull.Add(1, pulled);
    }

    public override string ToString() => $"SolveTriangular[{(isUpper ? "upper" : "lower")}{(isUnit ? ", unit diagonal" : string.Empty)}]";
}
