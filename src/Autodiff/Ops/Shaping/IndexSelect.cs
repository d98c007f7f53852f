using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the rows of x that indices name along one axis, in the place of which the axes of the indices stand; dx = dy added up in those rows.</summary>
internal readonly struct IndexSelect(int axis, Indices indices) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape(0);
        indices.Require(nameof(IndexSelect), axis, shape);
        return Result(axis, indices, shape);
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexedRows.Select(x[0], axis, indices.AsReadOnlySpan(), y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new IndexAdd(axis, indices, pull.Shape(0)), pull.Adjoint);

    public override string ToString() => $"IndexSelect(axis {axis}, indices {indices.Shape})";

    /// <summary>A shape with the axes of the indices in place of one axis.</summary>
    internal static Shape Result(int axis, Indices indices, Shape shape)
    {
        Span<int> lengths = stackalloc int[shape.Rank - 1 + indices.Shape.Rank];
        shape.Lengths[..axis].CopyTo(lengths);
        indices.Shape.Lengths.CopyTo(lengths[axis..]);
        shape.Lengths[(axis + 1)..].CopyTo(lengths[(axis + indices.Shape.Rank)..]);
        return Shape.Of(lengths);
    }
}
