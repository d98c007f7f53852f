using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = ln Σ eˣ over axes; dx = dy eˣ⁻ʸ, the softmax. Of -∞ only, y = -∞ and dx = 0.</summary>
/// <remarks>
/// Relative to the greatest element, so that no exponential overflows (Blanchard, Higham and Higham 2021, Accurately computing the log-sum-exp and
/// softmax functions).
/// </remarks>
internal readonly struct LogSumExp(uint axes, bool keepAxes) : IArrayRule
{
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Kernels.LogSumExp.Fold(x[0], axes, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LogSumExpPull.Add(pull, axes);
}
