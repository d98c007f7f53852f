using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Products of vectors, and products by a formula.
public static partial class Variable
{
    /// <summary>Σ aᵢ bᵢ of two vectors.</summary>
    /// <exception cref="ShapeMismatchException">They are not vectors, or their lengths differ.</exception>
    public static Variable<T> Dot<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = a.Shape, shapeB = b.Shape;
        if (shapeA.Rank != 1 || shapeB.Rank != 1) { Throw.NotVectors(nameof(Dot), shapeA, shapeB); }
        if (shapeA[0] != shapeB[0]) { Throw.VectorLengths(nameof(Dot), shapeA, shapeB); }
        return MatMul(a, b);
    }

    /// <summary>aᵢ bⱼ of two vectors, [m] and [n]: a matrix [m, n].</summary>
    /// <exception cref="ShapeMismatchException">They are not vectors.</exception>
    public static Variable<T> Outer<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (a.Rank != 1 || b.Rank != 1) { Throw.NotVectors(nameof(Outer), a.Shape, b.Shape); }
        return a.Unsqueeze(1) * b;
    }

    /// <summary>
    /// The Kronecker product: b times each element of a, in the place of that element. Each length is the product of those of a and b; missing
    /// axes count as 1.
    /// </summary>
    /// <exception cref="ArgumentException">The result has more elements than an array can hold, or the two together more than 32 axes.</exception>
    public static Variable<T> Kron<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = a.Shape, shapeB = b.Shape;
        int rank = Math.Max(shapeA.Rank, shapeB.Rank);
        Span<int> ofA = stackalloc int[2 * rank], ofB = stackalloc int[2 * rank], joined = stackalloc int[rank];
        for (int k = 1; k <= rank; k++)
        {
            int lengthA = k <= shapeA.Rank ? shapeA.Lengths[^k] : 1, lengthB = k <= shapeB.Rank ? shapeB.Lengths[^k] : 1;
            (ofA[2 * (rank - k)], ofA[(2 * (rank - k)) + 1]) = (lengthA, 1);
            (ofB[2 * (rank - k)], ofB[(2 * (rank - k)) + 1]) = (1, lengthB);
            joined[^k] = Product(lengthA, lengthB);
        }
        Shape result = Shape.Of(joined);
        return Reshape(Reshape(a, Shape.Of(ofA)) * Reshape(b, Shape.Of(ofB)), result);
    }

    /// <summary>
    /// Products and sums by the summation convention: <c>Einsum("ij,jk->ik", a, b)</c> is the product of two matrices. Each axis of an operand is
    /// named by a letter; axes with the same letter run together, and letters that are not in the result are summed over.
    /// </summary>
    /// <remarks>
    /// A letter twice in one operand is its diagonal. <c>...</c> stands for the axes that are not named, which broadcast; axes of length 1 broadcast
    /// as well. Without <c>-&gt;</c> the result has those axes and then the letters that occur once, sorted, capitals first. Blanks do not count.
    /// Operands are contracted pairwise by products of matrices, the pair with the smallest result first.
    /// </remarks>
    /// <param name="equation">The letters of each operand, separated by commas, and those of the result after an arrow.</param>
    /// <param name="operands">The operands.</param>
    /// <exception cref="ShapeMismatchException">A letter stands for two lengths.</exception>
    /// <exception cref="ArgumentException">
    /// The equation is malformed, does not match the number of operands or of axes, or has a result that does not follow from it.
    /// </exception>
    public static Variable<T> Einsum<T>(string equation, params ReadOnlySpan<Variable<T>> operands)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(equation);
        Shape[] shapes = new Shape[operands.Length];
        for (int i = 0; i < shapes.Length; i++) { shapes[i] = operands[i].Shape; }
        return Contraction<T>.Of(SummationEquation.Parse(equation, shapes), operands);
    }
}
