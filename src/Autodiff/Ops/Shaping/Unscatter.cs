using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = x at the places that indices name along one axis, 0 for all but the last one to name a place; dx = zeros, with dy put there. The pull of
/// <see cref="Scatter"/> by its values.
/// </summary>
internal readonly struct Unscatter(int axis, Indices indices) : IArrayRule
{
    private readonly int axis = axis;
    private readonly Indices indices = indices;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        indices.Shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexedElements.GatherLast(x[0], axis, indices.AsReadOnlySpan(), y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, new Scatter(axis, indices), Variable.Expand<T>(T.Zero, pull.Shape(0)), pull.Adjoint); }
    }

    public override string ToString() => $"the pull of Scatter(axis {axis}, indices {indices.Shape})";
}
