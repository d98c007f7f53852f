using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = zeros, with x at the element of each line along an axis that an index names; dx = those elements of dy.</summary>
/// <remarks>The pull of <see cref="Pick"/>.</remarks>
internal readonly struct Unpick(int axis, int[] indices, Shape shape) : IArrayRule
{
    private readonly int axis = axis;
    private readonly int[] indices = indices;
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> picked = new(x[0]);
        if (!accumulate) { y.Span.Clear(); }
        Selection.Add(picked.Span, axis, indices, y);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Pick(axis, indices, pull.Shape(0).Rank == shape.Rank), pull.Adjoint);
}
