using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the mean over the n rows z of ln Σ e^z - z at the row's label; dz = dy (softmax(z) - 1 at the label)/n.</summary>
/// <remarks>
/// One rule saves passes over the logits and their gradient, and nothing of the size n × classes is kept.
/// </remarks>
internal readonly struct SoftmaxCrossEntropy(Indices labels) : IArrayRule
{
    private readonly Indices labels = labels;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require(x.Shape(0), labels);
        return Shape.Scalar;
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T mean = LabelledRows.MeanNegativeLogLikelihood(x[0], labels.AsReadOnlySpan());
        y.Span[0] = accumulate ? y.Span[0] + mean : mean;
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new SoftmaxCrossEntropyPull(labels), pull.Input(0), pull.Adjoint);

    public override string ToString() => $"SoftmaxCrossEntropy({labels.Length} labels)";

    private static void Require(Shape logits, Indices labels)
    {
        if (logits.Rank != 2 || labels.Shape.Rank != 1 || logits[0] != labels.Length) { Throw.LogitsShape(logits, labels.Shape); }
        if (labels.Length == 0) { Throw.EmptyBatch(logits); }
        labels.Require(nameof(SoftmaxCrossEntropy), 1, logits);
    }
}
