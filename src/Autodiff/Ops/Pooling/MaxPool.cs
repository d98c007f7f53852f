using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = the greatest element of x in each window, NaN if there is one, -∞ if there are no elements; dx = dy at that element, of equal ones at the first.
/// </summary>
/// <remarks>The pull finds the places again instead of keeping them: this takes no memory and does not slow a forward pass without a sweep.</remarks>
internal readonly struct MaxPool(Windows windows) : IArrayRule
{
    private readonly Windows windows = windows;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.Result(x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Pools.Max(x[0], windows, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new AddAtMax(windows), pull.Input(0), pull.Adjoint);

    public override string ToString() => $"MaxPool({windows})";
}
