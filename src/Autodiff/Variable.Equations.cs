using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Systems of linear equations.
public static partial class Variable
{
    /// <summary>
    /// The X of A X = B: matrices [..., n, n] and right sides [..., n, k] have solutions [..., n, k]; the axes before the last two broadcast. A
    /// right side [n], or one for each matrix, [..., n], is a vector, and so is its solution.
    /// </summary>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right sides.</param>
    /// <param name="left">Whether the matrices stand on the left; otherwise the result is the X of X A = B, for B [..., k, n].</param>
    /// <exception cref="ShapeMismatchException">The lengths do not fit, or the axes before the last two do not broadcast.</exception>
    /// <exception cref="ArgumentException">The matrices are not square, one is singular, or there are fewer than two axes.</exception>
    public static Variable<T> Solve<T>(Variable<T> a, Variable<T> b, bool left = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = SquareMatrices.Require(nameof(Solve), a.Shape), shapeB = b.Shape;
        bool isVector = shapeB.Rank == 1 || (shapeB.Rank == shapeA.Rank - 1 && shapeB.Lengths.SequenceEqual(shapeA.Lengths[..^1]));
        RequireEquation(nameof(Solve), shapeA, shapeB, isVector, left);
        return isVector ? WithoutLast(ArrayOperation<Solve, T>.Apply(default, a, b.Unsqueeze(-1)))
            : left ? ArrayOperation<Solve, T>.Apply(default, a, b)
            : Transpose(ArrayOperation<Solve, T>.Apply(new(isTransposed: true), a, Transpose(b)));
    }

    /// <summary>
    /// The X of T X = B, where T is one triangle of each matrix and the other is not read: matrices [..., n, n] and right sides [..., n, k] have solutions
    /// [..., n, k]; the axes before the last two broadcast. A right side [n] is a vector, and so is its solution.
    /// </summary>
    /// <param name="a">The matrices T.</param>
    /// <param name="b">The right sides.</param>
    /// <param name="upper">Whether T is the upper triangle; otherwise the lower one.</param>
    /// <param name="left">Whether the matrices stand on the left; otherwise the result is the X of X T = B, for B [..., k, n].</param>
    /// <param name="transposed">Whether to solve with the transpose of T.</param>
    /// <param name="unitDiagonal">Whether the diagonal counts as 1 and is not read.</param>
    /// <exception cref="ShapeMismatchException">The lengths do not fit, or the axes before the last two do not broadcast.</exception>
    /// <exception cref="ArgumentException">The matrices are not square, one has a 0 on its diagonal, or there are fewer than two axes.</exception>
    public static Variable<T> SolveTriangular<T>(
        Variable<T> a, Variable<T> b, bool upper, bool left = true, bool transposed = false, bool unitDiagonal = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = SquareMatrices.Require(nameof(SolveTriangular), a.Shape), shapeB = b.Shape;
        bool isVector = shapeB.Rank == 1;
        RequireEquation(nameof(SolveTriangular), shapeA, shapeB, isVector, left);

        // X T = B is Tᵀ Xᵀ = Bᵀ.
        bool turned = transposed == left;
        SolveTriangular rule = new(isUpper: upper != turned, unitDiagonal);
        Variable<T> matrices = turned ? Transpose(a) : a;
        return isVector ? WithoutLast(ArrayOperation<SolveTriangular, T>.Apply(rule, matrices, b.Unsqueeze(-1)))
            : left ? ArrayOperation<SolveTriangular, T>.Apply(rule, matrices, b)
            : Transpose(ArrayOperation<SolveTriangular, T>.Apply(rule, matrices, Transpose(b)));
    }

    private static void RequireEquation(string operation, Shape a, Shape b, bool isVector, bool left)
    {
        if (isVector && !left) { Throw.VectorOnTheLeft(operation, a, b); }
        if (b.Rank == 0 || (b.Rank == 1 && !isVector) || b[isVector || !left ? -1 : -2] != a[-1]) { Throw.EquationShapes(operation, a, b); }
    }

    private static Variable<T> WithoutLast<T>(Variable<T> columns)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reshape(columns, Shape.Of(columns.Shape.Lengths[..^1]));
}
