using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x - the mean of x over axes; dx = dy - the mean of dy.</summary>
/// <remarks>The mean of what is left is subtracted once more: that takes the rounding of the mean out (Chan, Golub and LeVeque 1983), and equal elements give exactly 0.</remarks>
internal readonly struct Deviation(uint axes) : IArrayRule
{
    private readonly uint axes = axes;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (accumulate) { Accumulation.Add(this, x, y); }
        else { Kernels.Deviation.Run(x[0], axes, y); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Deviation(axes), pull.Adjoint);
}
