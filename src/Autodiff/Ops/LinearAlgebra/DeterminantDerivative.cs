using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = the gradient by A of the k-th derivative of det A along directions G₁, ..., Gₖ, k = 0, 1 or 2; dA = the same along dy in addition, dGᵢ = the same
/// along dy instead of Gᵢ. For k = 0, y is the cofactors of A.
/// </summary>
/// <remarks>
/// It is multilinear and symmetric in the directions. Up to the third derivative nothing is divided by the determinant, so singular matrices have these
/// derivatives too; beyond, the formula has the inverse, and a singular matrix is refused.
/// </remarks>
internal readonly struct DeterminantDerivative : IArrayRule
{
    private const int MostDirections = 2;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Count == 1) { DeterminantDerivatives.First(x[0], y.Span); }
        else if (x.Count == 2) { DeterminantDerivatives.Second(x[0], x[1], y.Span); }
        else { DeterminantDerivatives.Third(x[0], x[1], x[2], y.Span); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> a = pull.Input(0);
        List<Variable<T>> directions = [];
        for (int i = 1; i < pull.Count; i++) { directions.Add(pull.Input(i)); }
        for (int i = 1; i < pull.Count; i++)
        {
            if (pull.Wants(i)) { pull.Add(i, default(DeterminantDerivative), [a, .. Without(directions, i - 1), pull.Adjoint]); }
        }
        if (!pull.Wants(0)) { return; }
        directions.Add(pull.Adjoint);
        if (directions.Count <= MostDirections) { pull.Add(0, default(DeterminantDerivative), [a, .. directions]); }
        else
        {
            Variable<T> determinant = SquareMatrices.Repeated(ArrayOperation<Determinant, T>.Apply(default, a), a.Shape);
            pull.Add(0, determinant * Quotient(ArrayOperation<Inverse, T>.Apply(default, a), directions));
        }
    }

    // The gradient divided by the determinant, of any number of directions, with B = A⁻¹. The derivative along the directions is a sum over their
    // permutations of products of traces, one for each cycle; the gradient opens the cycle that its own direction is in: either it is alone there, or
    // some Gᵢ follows it.
    private static Variable<T> Quotient<T>(Variable<T> b, List<Variable<T>> directions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> transposed = Variable.Transpose(b);
        if (directions.Count == 0) { return transposed; }
        Variable<T> last = directions[^1], others = Quotient(b, Without(directions, directions.Count - 1));
        Variable<T> sum = transposed * Variable.Sum(others * last, [-2, -1], keepAxes: true);
        for (int i = 0; i < directions.Count; i++)
        {
            Variable<T> following = i == directions.Count - 1 ? others : Quotient(b, Without(directions, i));
            sum -= Variable.MatMul(Variable.MatMul(following, Variable.Transpose(directions[i])), transposed);
        }
        return sum;
    }

    private static List<Variable<T>> Without<T>(List<Variable<T>> directions, int index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<Variable<T>> others = [.. directions];
        others.RemoveAt(index);
        return others;
    }
}
