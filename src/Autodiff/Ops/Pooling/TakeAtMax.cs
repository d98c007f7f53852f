using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = for each window the z that stands where x is greatest in it; dz = dy added up at those places. The pull of <see cref="AddAtMax"/>.</summary>
internal readonly struct TakeAtMax(Windows windows) : IArrayRule
{
    private readonly Windows windows = windows;

    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.Result(x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> z = new(x[1]);
        TakeFromPlaces<T> take = new(z.Span, y.Span, accumulate);
        Pools.PlacesOfMax(take, x[0], windows);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(1, new AddAtMax(windows), pull.Input(0), pull.Adjoint);

    public override string ToString() => $"TakeAtMax({windows})";
}
