using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x m, and 0 where the mask m is 0, even where x is NaN; dx = dy m, and 0 there. The mask gets no gradient.</summary>
internal readonly struct Masked : IArrayRule
{
    public static bool CanAdd => false;

    public static bool Reads(int input) => input == 1;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        StridedElementwise.Forward(default(Propagate), x[1], x[0], y);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, default(Masked), pull.Adjoint, pull.Input(1));
}
