using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = zeros, and the rows of x added to the rows that indices name along one axis; dx = dy at those rows.</summary>
/// <remarks>The pull of <see cref="IndexSelect"/>.</remarks>
internal readonly struct IndexAdd(int axis, Indices indices, Shape shape) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        indices.Require(nameof(IndexAdd), axis, shape);
        Shape rows = IndexSelect.Result(axis, indices, shape);
        if (!x.Shape(0).Equals(rows)) { Throw.ShapesDiffer(nameof(IndexAdd), x.Shape(0), rows, "what is to be added"); }
        return shape;
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate) { y.Span.Clear(); }
        IndexedRows.Add(x[0], axis, indices.AsReadOnlySpan(), y);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new IndexSelect(axis, indices), pull.Adjoint);

    public override string ToString() => $"IndexAdd(axis {axis}, indices {indices.Shape}, to {shape})";
}
