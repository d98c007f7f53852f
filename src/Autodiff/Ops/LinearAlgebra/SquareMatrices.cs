using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff.Ops;

/// <summary>What rules on square matrices, which stand in the last two axes, have in common.</summary>
internal static class SquareMatrices
{
    /// <summary>The shape, if it is one of square matrices.</summary>
    internal static Shape Require(string operation, Shape shape)
    {
        if (shape.Rank < 2) { Throw.NotMatrices(operation, shape); }
        if (shape[-1] != shape[-2]) { Throw.NotSquare(operation, shape); }
        return shape;
    }

    /// <summary>The shape of one number for each of the matrices.</summary>
    internal static Shape One(Shape matrices) => Shape.Of(matrices.Lengths[..^2]);

    /// <summary>One number for each of the matrices, repeated over it.</summary>
    internal static Variable<T> Repeated<T>(Variable<T> numbers, Shape matrices)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Expand(Variable.Reshape(numbers, Of(One(matrices), 1, 1)), matrices);

    /// <summary>The shape of matrices of so many rows and columns.</summary>
    internal static Shape Of(Shape batch, int rows, int columns)
    {
        Span<int> lengths = stackalloc int[batch.Rank + 2];
        batch.Lengths.CopyTo(lengths);
        (lengths[^2], lengths[^1]) = (rows, columns);
        return Shape.Of(lengths);
    }

    /// <summary>The shape of the solutions X of A X = B, where the axes before the last two broadcast.</summary>
    internal static Shape Solutions(string operation, Shape a, Shape b)
    {
        Require(operation, a);
        if (b.Rank < 2 || b[-2] != a[-1]) { Throw.EquationShapes(operation, a, b); }
        Shape batchA = One(a), batchB = One(b);
        if (!batchA.BroadcastsWith(batchB)) { Throw.EquationBatches(operation, a, b); }
        return batchA.Equals(batchB) ? b : Of(Shape.Broadcast(operation, batchA, batchB), b[-2], b[-1]);
    }
}
