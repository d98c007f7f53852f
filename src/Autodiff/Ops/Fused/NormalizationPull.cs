using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// z = P g with P g = r (g - mean(g) - n mean(g n)), g = u w, r = 1/√(variance + ε), n = r (x - mean); du = w P dz, dw = Σ u P dz,
/// dx = -r (n Σ z dz + P dz Σ n g + z Σ n dz)/count. The pull of <see cref="Normalization"/>.
/// </summary>
/// <remarks>P is symmetric, dn = P dx, and dr = -r² Σ n dx/count: the rest follows by the product rule. It holds without the means, too.</remarks>
internal readonly struct NormalizationPull(bool acrossBatch, bool centered, double epsilon) : IArrayRule
{
    private readonly double epsilon = epsilon;
    private readonly bool acrossBatch = acrossBatch;
    private readonly bool centered = centered;

    public static bool Reads(int input) => true;

    // x, its centers, u, and w or nothing.
    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> w = new(x.Count > 3 ? x[3] : x[1]);
        Grouping grouping = Grouping.Of(x.Shape(0), acrossBatch, centered, epsilon);
        Normalizing.Pull(x[0], grouping, x[1].Span, x.Count > 3 ? w.Span : default, x[2], y.Span, accumulate);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = pull.Input(0), centers = pull.Input(1), u = pull.Input(2), dz = pull.Adjoint;
        bool isWeighted = pull.Count > 3;
        Variable<T> w = isWeighted ? Variable.Reshape(pull.Input(3), pull.Shape(3).With(2, 1)) : default;
        Variable<T> back = ArrayOperation<NormalizationPull, T>.Apply(this, x, centers, dz);
        pull.Add(2, isWeighted ? back * w : back);
        if (isWeighted) { pull.Add(3, new Sum(Normalization.Shared, keepAxes: false), u * back); }
        if (pull.Wants(0))
        {
            Variable<T> n = ArrayOperation<Normalization, T>.Apply(new(acrossBatch, centered, epsilon), x, centers), z = pull.Output;
            Variable<T> sum = (n * Total(z * dz)) + (back * Total(n * (isWeighted ? u * w : u))) + (z * Total(n * dz));
            pull.Add(0, -sum * (Scale(x) / T.CreateTruncating(Grouping.Of(pull.Shape(0), acrossBatch, centered, epsilon).Count)));
        }
    }

    public override string ToString() => RuleName.With("the pull of Normalization", epsilon);

    private uint Axes => acrossBatch ? 0b1101u : 0b1100u;

    // Over each group.
    private Variable<T> Total<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Sum, T>.Apply(new(Axes, keepAxes: true), x);

    private Variable<T> Scale<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> from = centered ? ArrayOperation<Deviation, T>.Apply(new(Axes), x) : x;
        Variable<T> squares = ArrayOperation<SquareSum, T>.Apply(new(Axes, keepAxes: true), from);
        int count = Grouping.Of(x.Shape, acrossBatch, centered, epsilon).Count;
        return Variable.ReciprocalSqrt((squares / T.CreateTruncating(count)) + T.CreateTruncating(epsilon));
    }
}
