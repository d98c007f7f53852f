using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = g (p - 1 at the label)/n with p = softmax(z) of n rows; dz = g p (dy - Σ dy p)/n, dg = Σ dy (p - 1 at the label)/n. The pull of <see
/// cref="SoftmaxCrossEntropy"/>.
/// </summary>
internal readonly struct SoftmaxCrossEntropyPull(Indices labels) : IArrayRule
{
    private readonly Indices labels = labels;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LabelledRows.Pull(x[0], labels.AsReadOnlySpan(), x[1].Memory[x[1].Start], y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> logits = pull.Input(0), g = pull.Input(1), dy = pull.Adjoint;
        if (pull.Wants(0))
        {
            Variable<T> p = Variable.Softmax(logits, 1);
            pull.Add(0, g / T.CreateTruncating(labels.Length) * p * (dy - Variable.Sum(dy * p, [1], keepAxes: true)));
        }
        if (pull.Wants(1)) { pull.Add(1, Variable.Sum(dy * ArrayOperation<SoftmaxCrossEntropyPull, T>.Apply(this, logits, T.One))); }
    }

    public override string ToString() => $"the pull of SoftmaxCrossEntropy({labels.Length} labels)";
}
