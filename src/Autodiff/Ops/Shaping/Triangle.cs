using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the matrices x, which stand in the last two axes, at and on one side of a diagonal, else 0; dx = dy there, else 0.</summary>
internal readonly struct Triangle(int diagonal, bool isUpper) : IArrayRule
{
    private readonly int diagonal = diagonal;
    private readonly bool isUpper = isUpper;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Triangles.Copy(x[0], y, diagonal, isUpper, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, this, pull.Adjoint);

    public override string ToString() => RuleName.With(isUpper ? "UpperTriangle" : "LowerTriangle", diagonal);
}
