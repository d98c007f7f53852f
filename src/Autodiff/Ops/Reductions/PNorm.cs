using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = (Σ |x|ᵖ)^(1/p) over axes, p finite and not 0; dx = dy sign x (|x|/y)ᵖ⁻¹, 0 at x = 0.</summary>
/// <remarks>Relative to the element that is greatest, or least for p &lt; 0, so that no power overflows.</remarks>
internal readonly struct PNorm(double p, uint axes, bool keepAxes) : IArrayRule
{
    private readonly double p = p;
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        PowerNorm.Fold(x[0], axes, p, y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Where x is 0 the sign is too, whatever the power: any base does, and 1 has only finite derivatives.
        Variable<T> x = pull.Input(0), ratio = Variable.Abs(x) / pull.Repeated(pull.Output, axes);
        Variable<T> power = Variable.Pow(Variable.Where(Variable.Equal(x, T.Zero), T.One, ratio), p - 1);
        pull.Add(0, Variable<T>.Propagate(pull.Repeated(pull.Adjoint, axes), Variable.Sign(x) * power));
    }

    public override string ToString() => RuleName.With(nameof(PNorm), p);
}
