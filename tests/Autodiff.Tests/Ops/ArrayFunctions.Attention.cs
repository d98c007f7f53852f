namespace Autodiff.Tests.Ops;

/// <content>Attention, and the composition that defines it. After queries, keys and values come a mask and a bias, if there are any.</content>
internal static partial class ArrayFunctions
{
    public sealed class Softmin(int axis) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Softmin(x[0], axis); }

    public sealed record Attending(bool HasMask = false, bool HasBias = false, bool IsCausal = false, double? Scale = null)
    {
        public Variable<T>? Mask<T>(ReadOnlySpan<Variable<T>> others)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            HasMask ? others[0] : null;

        public Variable<T>? Bias<T>(ReadOnlySpan<Variable<T>> others)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            HasBias ? others[HasMask ? 1 : 0] : null;
    }

    public sealed class ScaledDotProductAttention(Attending form) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.ScaledDotProductAttention(x[0], x[1], x[2], form.Mask(x[3..]), form.Bias(x[3..]), form.IsCausal, form.Scale);
    }

    public sealed class AttentionWeights(Attending form) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.AttentionWeights(x[0], x[1], form.Mask(x[2..]), form.Bias(x[2..]), form.IsCausal, form.Scale);
    }

    public sealed class WeightsTimesValues(Attending form) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.MatMul(Variable.AttentionWeights(x[0], x[1], form.Mask(x[3..]), form.Bias(x[3..]), form.IsCausal, form.Scale), x[2]);
    }
}
