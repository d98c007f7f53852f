using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Compositions that are one rule, for speed or because they are then stable. Each equals its composition, which a test holds it to.
public static partial class Variable
{
    /// <summary>x W + b along the last axis: [..., k] with weights [k, n] and bias [n] is [..., n].</summary>
    /// <exception cref="ShapeMismatchException">The lengths do not fit.</exception>
    public static Variable<T> Affine<T>(Variable<T> x, Variable<T> weights, Variable<T> bias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        if (shape.Rank == 0 || weights.Rank != 2 || shape[-1] != weights.Shape[0] || bias.Rank != 1 || bias.Shape[0] != weights.Shape[1])
        {
            Throw.AffineShapes(shape, weights.Shape, bias.Shape);
        }
        if (shape.Rank == 2) { return ArrayOperation<Affine, T>.Apply(default, x, weights, bias); }
        Span<int> lengths = stackalloc int[shape.Rank];
        shape.Lengths.CopyTo(lengths);
        lengths[^1] = weights.Shape[1];
        Variable<T> rows = Reshape(x, Shape.Of(Shape.Of(shape.Lengths[..^1]).ElementCount, shape[-1]));
        return Reshape(ArrayOperation<Affine, T>.Apply(default, rows, weights, bias), Shape.Of(lengths));
    }

    /// <summary>The mean over n examples of the negative log likelihood of their labels, -ln p[label] with p = softmax(z) along the classes.</summary>
    /// <param name="logits">z, [n, classes].</param>
    /// <param name="labels">The classes, n of them, from 0.</param>
    /// <exception cref="ShapeMismatchException">The logits are not [n, classes] for n labels.</exception>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes.</exception>
    public static Variable<T> SoftmaxCrossEntropy<T>(Variable<T> logits, Indices labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        return ArrayOperation<SoftmaxCrossEntropy, T>.Apply(new(labels), logits);
    }
}
