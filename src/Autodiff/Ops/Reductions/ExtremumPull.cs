using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>z = g shared equally among the elements of x that are their extremum y, else 0; dg = the mean of dz over those.</summary>
/// <remarks>The pull of <see cref="Extremum{TFold}"/>, in one pass for axes that are neighbours; it is the same as the composition for others.</remarks>
internal readonly struct ExtremumPull(uint axes) : IArrayRule
{
    private readonly uint axes = axes;

    public static bool Reads(int input) => input < 2;

    /// <summary>Adds what comes back to x.</summary>
    internal static void Add<T>(in Pullback<T> pull, uint axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ReductionPull.Fits(axes))
        {
            pull.Add(0, new ExtremumPull(axes), pull.Input(0), pull.Output, pull.Adjoint);
            return;
        }
        Shape kept = pull.Shape(0).Without(axes, keepAxes: true);
        Variable<T> chosen = BinaryOperation<Chosen, T>.Apply(default, pull.Input(0), pull.Repeated(pull.Output, axes));
        Variable<T> share = Variable.Reshape(pull.Adjoint, kept) / ArrayOperation<Sum, T>.Apply(new(axes, keepAxes: true), chosen);
        pull.Add(0, Variable<T>.Propagate(Variable.Expand(share, pull.Shape(0)), chosen));
    }

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReductionPull.Run<ExtremumShare, T>(x[0], x[1], x[2], axes, y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> chosen = BinaryOperation<Chosen, T>.Apply(default, pull.Input(0), pull.Repeated(pull.Input(1), axes));
        Variable<T> sum = ArrayOperation<Sum, T>.Apply(new(axes, keepAxes: true), pull.Adjoint * chosen);
        pull.Add(2, Variable.Reshape(sum / ArrayOperation<Sum, T>.Apply(new(axes, keepAxes: true), chosen), pull.Shape(2)));
    }
}
