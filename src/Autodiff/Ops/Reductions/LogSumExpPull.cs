using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>z = g eˣ⁻ʸ, g and y repeated along axes; dg = Σ dz eˣ⁻ʸ, dx = dz z, dy = -Σ dz z.</summary>
/// <remarks>The pull of <see cref="LogSumExp"/>, in one pass for axes that are neighbours; it is the same as the composition for others.</remarks>
internal readonly struct LogSumExpPull(uint axes) : IArrayRule
{
    private readonly uint axes = axes;

    public static bool Reads(int input) => true;

    /// <summary>Adds what comes back to x.</summary>
    internal static void Add<T>(in Pullback<T> pull, uint axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ReductionPull.Fits(axes))
        {
            pull.Add(0, new LogSumExpPull(axes), pull.Input(0), pull.Output, pull.Adjoint);
            return;
        }
        Variable<T> weight = BinaryOperation<ExpDifference, T>.Apply(default, pull.Input(0), pull.Repeated(pull.Output, axes));
        pull.Add(0, Variable<T>.Propagate(pull.Repeated(pull.Adjoint, axes), weight));
    }

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReductionPull.Run<ExponentialShare, T>(x[0], x[1], x[2], axes, y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Sum along = new(axes, keepAxes: true);
        if (pull.Wants(2))
        {
            Variable<T> weight = BinaryOperation<ExpDifference, T>.Apply(default, pull.Input(0), pull.Repeated(pull.Input(1), axes));
            pull.Add(2, Variable.Reshape(ArrayOperation<Sum, T>.Apply(along, Variable<T>.Propagate(pull.Adjoint, weight)), pull.Shape(2)));
        }
        Variable<T> weighted = Variable<T>.Propagate(pull.Adjoint, pull.Output);
        if (pull.Wants(1)) { pull.Add(1, Variable.Reshape(-ArrayOperation<Sum, T>.Apply(along, weighted), pull.Shape(1))); }
        pull.Add(0, weighted);
    }
}
