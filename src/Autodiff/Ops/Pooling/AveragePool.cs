using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the sum of x in each window over a divisor; dx = dy over the divisor, added up at all elements of the window.</summary>
internal readonly struct AveragePool(Windows windows, Divisor divisor) : IArrayRule
{
    private readonly Windows windows = windows;
    private readonly Divisor divisor = divisor;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        windows.Result(x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Pools.Average(x[0], windows, divisor, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new Spread(windows, divisor, pull.Shape(0)), pull.Adjoint);

    public override string ToString() => $"AveragePool({windows})";
}
