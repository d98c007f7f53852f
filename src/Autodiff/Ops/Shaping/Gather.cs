using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x at the place that an index names along one axis, and at the index's own place along the others; dx = dy added up there.</summary>
internal readonly struct Gather(int axis, Indices indices) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require(nameof(Gather), axis, indices, x.Shape(0));
        return indices.Shape;
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexedElements.Gather(x[0], axis, indices.AsReadOnlySpan(), y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new ScatterAdd(axis, indices, pull.Shape(0)), pull.Adjoint);

    public override string ToString() => $"Gather(axis {axis}, indices {indices.Shape})";

    /// <summary>Refuses indices that do not fit the shape in which they name places.</summary>
    internal static void Require(string operation, int axis, Indices indices, Shape shape)
    {
        bool fits = indices.Shape.Rank == shape.Rank;
        for (int other = 0; fits && other < shape.Rank; other++) { fits = other == axis || indices.Shape.Lengths[other] <= shape.Lengths[other]; }
        if (!fits) { Throw.IndexShape(operation, indices.Shape, axis, shape); }
        indices.Require(operation, axis, shape);
    }
}
