using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = a where the mask is not 0, else b; da = dy there and db = dy elsewhere. What was not taken gets exactly 0, even where it is NaN.</summary>
internal readonly struct Where : IArrayRule
{
    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Broadcast(nameof(Where), Shape.Broadcast(nameof(Where), x.Shape(0), x.Shape(1)), x.Shape(2));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Choice.Select(x[0], x[1], x[2], y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        pull.Add(1, default(Where), pull.Input(0), pull.Adjoint, T.Zero);
        pull.Add(2, default(Where), pull.Input(0), T.Zero, pull.Adjoint);
    }
}
