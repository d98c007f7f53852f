using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = zeros, with the x of each window over a divisor added to all elements of the window; dx = the sums of dy over the windows, over the divisor. The pull of
/// <see cref="AveragePool"/>.
/// </summary>
internal readonly struct Spread(Windows windows, Divisor divisor, Shape shape) : IArrayRule
{
    private readonly Windows windows = windows;
    private readonly Divisor divisor = divisor;
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate) { y.Span.Clear(); }
        Pools.Spread(x[0], windows, divisor, y.Span);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new AveragePool(windows, divisor), pull.Adjoint);

    public override string ToString() => $"the pull of AveragePool({windows})";
}
