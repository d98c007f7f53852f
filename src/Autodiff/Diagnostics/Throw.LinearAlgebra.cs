using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Matrices and systems of equations.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NotSquare(string operation, Shape shape) =>
        throw new ArgumentException(
            $"{operation}: the matrices in the last two axes of {shape} have {shape[-2]} rows and {shape[-1]} columns, and must be square.");

    [DoesNotReturn]
    internal static void Singular(string operation, Shape shape, int matrix, int row) =>
        throw new ArgumentException(
            $"{operation}: {Which(matrix, shape)} is singular: no pivot but 0 is left for row {row}. Add a multiple of the identity, "
            + "or test its rank before.");

    [DoesNotReturn]
    internal static void NotPositiveDefinite(Shape shape, int matrix, int row) =>
        throw new ArgumentException(
            $"Cholesky: {Which(matrix, shape)} is not positive definite: no positive pivot is left for row {row}. Add a multiple of the identity, "
            + "or decompose M Mᵀ.");

    [DoesNotReturn]
    internal static void EquationShapes(string operation, Shape a, Shape b) =>
        throw new ShapeMismatchException(
            $"{operation}: the matrices are {a}, the right sides {b}; with matrices [..., n, n] the right sides are [..., n, k], or vectors "
            + "of length n; for X A = B they are [..., k, n].",
            a,
            b);

    [DoesNotReturn]
    internal static void EquationBatches(string operation, Shape a, Shape b) =>
        throw new ShapeMismatchException(
            $"{operation}: the matrices are {a}, the right sides {b}; the axes before the last two do not broadcast: from the last of them on, lengths "
            + "must be equal or 1.",
            a,
            b);

    [DoesNotReturn]
    internal static void VectorOnTheLeft(string operation, Shape a, Shape b) =>
        throw new ShapeMismatchException(
            $"{operation}: the matrices are {a}, the left sides {b}; a vector has no axis for X A = B. Give it one row: Unsqueeze(-2).", a, b);

    [DoesNotReturn]
    internal static void NotVectors(string operation, Shape a, Shape b) =>
        throw new ShapeMismatchException($"{operation}: left is {a}, right is {b}; both must be vectors, with one axis.", a, b);

    [DoesNotReturn]
    internal static void VectorLengths(string operation, Shape a, Shape b) =>
        throw new ShapeMismatchException($"{operation}: left is {a}, right is {b}; the lengths must be equal.", a, b);

    private static string Which(int matrix, Shape shape) => shape.Rank == 2 ? $"the matrix of shape {shape}" : $"matrix {matrix} of {shape}";
}
