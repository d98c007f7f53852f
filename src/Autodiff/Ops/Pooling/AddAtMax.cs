using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = zeros, with the g of each window added where x is greatest in it; dg = dy at those places. The pull of <see cref="MaxPool"/>.</summary>
internal readonly struct AddAtMax(Windows windows) : IArrayRule
{
    private readonly Windows windows = windows;

    public static bool Reads(int input) => input == 0;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> g = new(x[1]);
        if (!accumulate) { y.Span.Clear(); }
        AddAtPlaces<T> add = new(g.Span, y.Span);
        Pools.PlacesOfMax(add, x[0], windows);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(1, new TakeAtMax(windows), pull.Input(0), pull.Adjoint);

    public override string ToString() => $"the pull of MaxPool({windows})";
}
