using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = Σ u n over all elements that share a weight; du = n dy, dx = P (u dy). The pull of <see cref="Normalization"/> by its weights.</summary>
/// <remarks>P is that of <see cref="NormalizationPull"/>, with dy in place of the weights.</remarks>
internal readonly struct NormalizationWeightPull(bool acrossBatch, bool centered, double epsilon) : IArrayRule
{
    private readonly double epsilon = epsilon;
    private readonly bool acrossBatch = acrossBatch;
    private readonly bool centered = centered;

    public static bool Reads(int input) => true;

    // x, its centers, and u.
    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Of(x.Shape(0).Lengths[1..3]);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Normalizing.PullWeights(x[0], Grouping.Of(x.Shape(0), acrossBatch, centered, epsilon), x[1].Span, x[2], y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = pull.Input(0), centers = pull.Input(1), u = pull.Input(2), dy = pull.Adjoint;
        pull.Add(0, new NormalizationPull(acrossBatch, centered, epsilon), x, centers, u, dy);
        pull.Add(2, new Normalization(acrossBatch, centered, epsilon), x, centers, dy);
    }

    public override string ToString() => RuleName.With("the pull of Normalization by its weights", epsilon);
}
