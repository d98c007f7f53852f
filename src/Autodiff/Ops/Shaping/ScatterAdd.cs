using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = zeros, and each x added at the place that its index names along one axis; dx = dy at those places. The pull of <see cref="Gather"/>.</summary>
internal readonly struct ScatterAdd(int axis, Indices indices, Shape shape) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Gather.Require(nameof(ScatterAdd), axis, indices, shape);
        if (!x.Shape(0).Equals(indices.Shape)) { Throw.ShapesDiffer(nameof(ScatterAdd), x.Shape(0), indices.Shape, "what is to be added"); }
        return shape;
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate) { y.Span.Clear(); }
        IndexedElements.ScatterAdd(x[0], axis, indices.AsReadOnlySpan(), y);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Gather(axis, indices), pull.Adjoint);

    public override string ToString() => $"ScatterAdd(axis {axis}, indices {indices.Shape}, to {shape})";
}
