using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x repeated along new axes and along axes of length 1, without a copy; dx = the sum of dy over them.</summary>
internal readonly struct Expand(Shape shape) : IViewRule
{
    private readonly Shape shape = shape;

    public static void Pull<TRule, T>(TRule rule, in Pullback<T> pull)
        where TRule : struct, IViewRule
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new SumTo(pull.Shape(0)), pull.Adjoint);

    public Layout View(Layout x, out int offset)
    {
        offset = 0;
        if (!x.Shape.CanExpandTo(shape)) { Throw.CannotExpand(nameof(Expand), x.Shape, shape); }
        return x.Expand(shape);
    }

    public override string ToString() => $"Expand({shape})";
}
