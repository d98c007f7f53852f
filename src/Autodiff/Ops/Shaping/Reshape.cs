using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the elements of x in the same order, in another shape; dx = dy in the shape of x.</summary>
internal readonly struct Reshape(Shape shape) : IViewRule
{
    private readonly Shape shape = shape;

    public Layout View(Layout x, out int offset)
    {
        offset = 0;
        if (x.Shape.ElementCount != shape.ElementCount) { Throw.CannotReshape(x.Shape, shape); }
        return x.Reshape(shape) ?? Throw.NotDense<Layout>(x.Shape);
    }

    public override string ToString() => $"Reshape({shape})";
}
