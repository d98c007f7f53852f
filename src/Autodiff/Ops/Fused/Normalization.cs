using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = n w + b, n = (x - mean)/√(variance + ε) in each group of [batch, groups, members, extent]; dx = (g - mean(g) - n mean(g n))/√(variance + ε) with
/// g = dy w, dw = Σ dy n, db = Σ dy.
/// </summary>
/// <remarks>
/// If it is not centered, the mean counts as 0, and the variance is the mean of the squares. One rule instead of a dozen operations reads the elements
/// three times forward and twice backward, keeps only x, and avoids the cancellation in the derivative of the variance. The second input holds the
/// centers, which are computed from x: it gets no gradient, since that by x is the total one. Weights and biases, [groups, members], are optional.
/// </remarks>
internal readonly struct Normalization(bool acrossBatch, bool centered, double epsilon) : IArrayRule
{
    private readonly double epsilon = epsilon;
    private readonly bool acrossBatch = acrossBatch;
    private readonly bool centered = centered;

    public static bool CanAdd => false;

    public static bool Reads(int input) => input < 3;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> w = new(x.Count > 2 ? x[2] : x[1]), b = new(x.Count > 3 ? x[3] : x[1]);
        Normalizing.Normalize(x[0], GroupingOf(x), x[1].Span, x.Count > 2 ? w.Span : default, x.Count > 3 ? b.Span : default, y.Span);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = pull.Input(0), centers = pull.Input(1), dy = pull.Adjoint;
        NormalizationPull back = new(acrossBatch, centered, epsilon);
        if (pull.Count == 2) { pull.Add(0, back, x, centers, dy); }
        else { pull.Add(0, back, x, centers, dy, pull.Input(2)); }
        if (pull.Count > 2) { pull.Add(2, new NormalizationWeightPull(acrossBatch, centered, epsilon), x, centers, dy); }
        if (pull.Count > 3) { pull.Add(3, new Sum(Shared, keepAxes: false), dy); }
    }

    public override string ToString() => RuleName.With(centered ? "Normalization" : "Normalization by root mean square", epsilon);

    /// <summary>The axes along which elements share weights.</summary>
    internal const uint Shared = 0b1001;

    private Grouping GroupingOf<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Grouping.Of(x.Shape(0), acrossBatch, centered, epsilon);
}
