using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the element of each line along an axis that an index names, the axis gone or of length 1; dx = dy there, else 0.</summary>
internal readonly struct Pick(int axis, int[] indices, bool keepAxis) : IArrayRule
{
    private readonly int axis = axis;
    private readonly int[] indices = indices;
    private readonly bool keepAxis = keepAxis;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(1u << axis, keepAxis);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Selection.Pick(x[0], axis, indices, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Unpick(axis, indices, pull.Shape(0)), pull.Adjoint);
}
