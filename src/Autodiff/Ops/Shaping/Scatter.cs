using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = x with values v put at the places that indices name along one axis; dx = dy elsewhere, dv = dy at those places. Of several values for one place the last
/// one counts, row by row, and the others get 0.
/// </summary>
internal readonly struct Scatter(int axis, Indices indices) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Gather.Require(nameof(Scatter), axis, indices, x.Shape(0));
        if (!x.Shape(1).CanExpandTo(indices.Shape)) { Throw.ShapesDiffer(nameof(Scatter), x.Shape(1), indices.Shape, "what is to be put in place"); }
        return x.Shape(0);
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StridedCopy.Copy(x[0].Expand(y.Shape), y, accumulate: false);
        IndexedElements.Scatter(x[1].Expand(indices.Shape), axis, indices.AsReadOnlySpan(), y);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        pull.Add(0, this, pull.Adjoint, T.Zero);
        pull.Add(1, ArrayOperation<Unscatter, T>.Apply(new(axis, indices), pull.Adjoint));
    }

    public override string ToString() => $"Scatter(axis {axis}, indices {indices.Shape})";
}
