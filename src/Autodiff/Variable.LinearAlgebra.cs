using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Products of matrices and vectors.
public static partial class Variable
{
    /// <summary>
    /// The product of matrices, which stand in the last two axes: [..., m, k] times [..., k, n] is [..., m, n]. The axes before them broadcast.
    /// A value of one axis is a row on the left and a column on the right, and the axis is gone from the result.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The inner lengths differ, or the axes before the last two do not broadcast.</exception>
    /// <exception cref="ArgumentException">An operand has no axes.</exception>
    public static Variable<T> MatMul<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = a.Shape, shapeB = b.Shape;
        if (shapeA.Rank == 2 && shapeB.Rank == 2) { return ArrayOperation<MatMul, T>.Apply(default, a, b); }
        if (shapeA.Rank == 0 || shapeB.Rank == 0) { Throw.ProductWithoutAxes(shapeA, shapeB); }
        if (shapeA[-1] != shapeB[shapeB.Rank == 1 ? 0 : -2]) { Throw.InnerLengths(shapeA, shapeB, shapeA[-1], shapeB[shapeB.Rank == 1 ? 0 : -2]); }
        if (shapeB.Rank <= 2) { return TimesOneMatrix(a, b); }

        // Batches of matrices on the right.
        Variable<T> product = ArrayOperation<MatMul, T>.Apply(default, shapeA.Rank == 1 ? Reshape(a, Shape.Of(1, shapeA[0])) : a, b);
        return shapeA.Rank == 1 ? Reshape(product, product.Shape.Without(1u << (product.Rank - 2), keepAxes: false)) : product;
    }

    // With one matrix or vector on the right, all rows on the left are the rows of one large matrix.
    private static Variable<T> TimesOneMatrix<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shapeA = a.Shape, shapeB = b.Shape;
        int inner = shapeA[-1], columns = shapeB.Rank == 1 ? 1 : shapeB[1];
        int rows = Shape.Of(shapeA.Lengths[..^1]).ElementCount;
        Variable<T> left = shapeA.Rank == 2 ? a : Reshape(a, Shape.Of(rows, inner));
        Variable<T> right = shapeB.Rank == 2 ? b : Reshape(b, Shape.Of(inner, 1));
        Variable<T> product = ArrayOperation<MatMul, T>.Apply(default, left, right);
        Span<int> lengths = stackalloc int[shapeA.Rank];
        shapeA.Lengths.CopyTo(lengths);
        lengths[^1] = columns;
        return Reshape(product, Shape.Of(shapeB.Rank == 1 ? lengths[..^1] : lengths));
    }
}
