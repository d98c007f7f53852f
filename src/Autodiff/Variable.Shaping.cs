using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// What concerns the shape. Views share the memory of their source; only a reshape that no strides express copies.
public static partial class Variable
{
    /// <summary>The value repeated along new leading axes and along axes of length 1, as a view.</summary>
    /// <param name="x">The value.</param>
    /// <param name="shape">The lengths to repeat to.</param>
    /// <exception cref="ShapeMismatchException">A length is neither 1 nor equal to the one wanted.</exception>
    public static Variable<T> Expand<T>(Variable<T> x, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Expand(x, Shape.Of(shape));

    /// <summary>a where the mask is not 0, else b, element by element; shapes broadcast. A gradient goes only to what was taken.</summary>
    /// <param name="mask">0 or not; comparisons such as <c>x &gt; 0</c> make masks.</param>
    /// <param name="a">The elements where the mask is not 0.</param>
    /// <param name="b">The elements where it is 0.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Where<T>(Variable<T> mask, Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Where, T>.Apply(default, mask, a, b);

    /// <summary>1 where a = b, else 0: a mask for <see cref="Where"/>. Not differentiable.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Equal<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Equal), a, b);

    internal static Variable<T> Expand<T>(Variable<T> x, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ViewOperation<Expand, T>.Apply(new(shape), x);

    internal static Variable<T> Reshape<T>(Variable<T> x, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> source = x.CanBeSeenAs(shape) ? x : ArrayOperation<Copy, T>.Apply(default, x);
        return ViewOperation<Reshape, T>.Apply(new(shape), source);
    }

    /// <summary>The last two axes exchanged.</summary>
    internal static Variable<T> Transpose<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ViewOperation<Transpose, T>.Apply(new(-2, -1), x);
}
