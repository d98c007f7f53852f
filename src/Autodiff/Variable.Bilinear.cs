using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff;

// Maps that are linear in each of two values.
public static partial class Variable
{
    /// <summary>
    /// x₁ᵀ Wₒ x₂ + bₒ along the last axes, for each output o: [..., n] and [..., m] with weights [outputs, n, m] are [..., outputs].
    /// </summary>
    /// <param name="x1">The first value, [..., n].</param>
    /// <param name="x2">The second, [..., m], with the same axes before the last.</param>
    /// <param name="weights">[outputs, n, m].</param>
    /// <param name="bias">[outputs]; none if null.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Variable<T> Bilinear<T>(Variable<T> x1, Variable<T> x2, Variable<T> weights, Variable<T>? bias = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape left = x1.Shape, right = x2.Shape, shape = weights.Shape;
        bool fits = left.Rank > 0 && left.Rank == right.Rank && left.Lengths[..^1].SequenceEqual(right.Lengths[..^1])
            && shape.Rank == 3 && shape.Lengths[1] == left[-1] && shape.Lengths[2] == right[-1];
        if (!fits) { Throw.BilinearShapes(left, right, shape); }
        int outputs = shape.Lengths[0];
        if (bias is { } given && (given.Rank != 1 || given.Length != outputs))
        {
            Throw.ShapesDiffer(nameof(Bilinear), given.Shape, Shape.Of(outputs), "the bias");
        }

        // Row by row W x₂, a matrix of outputs by n, and that times x₁.
        (int n, int m) = (shape.Lengths[1], shape.Lengths[2]);
        int rows = Shape.Of(left.Lengths[..^1]).ElementCount;
        Variable<T> flat = Reshape(weights, Shape.Of(Product(outputs, n), m));
        Variable<T> products = Reshape(MatMul(Reshape(x2, Shape.Of(rows, m)), Transpose(flat)), Shape.Of(rows, outputs, n));
        Variable<T> y = Reshape(MatMul(products, Reshape(x1, Shape.Of(rows, n, 1))), Shape.Of([.. left.Lengths[..^1], outputs]));
        return bias is { } added ? y + added : y;
    }
}
