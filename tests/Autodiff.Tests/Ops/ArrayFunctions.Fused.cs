namespace Autodiff.Tests.Ops;

/// <content>Fused rules, and the compositions that define them.</content>
internal static partial class ArrayFunctions
{
    public sealed class Affine : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Affine(x[0], x[1], x[2]);
    }

    public sealed class ProductPlusBias : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MatMul(x[0], x[1]) + x[2];
    }

    public sealed class SoftmaxCrossEntropy(params int[] labels) : IArrayFunction
    {
        private readonly Indices labels = Indices.Of(labels);

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.SoftmaxCrossEntropy(x[0], labels);
    }

    public sealed class MeanOfLabelledLogarithms(params int[] labels) : IArrayFunction
    {
        private readonly Indices labels = Indices.Create(labels, labels.Length, 1);

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            -Variable.Mean(Variable.Gather(Variable.LogSoftmax(x[0], 1), 1, labels));
    }
}
