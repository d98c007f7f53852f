namespace Autodiff.Tests.Ops;

/// <content>Windows.</content>
internal static partial class ArrayFunctions
{
    public sealed class MaxPool(int[] window, int[]? stride = null, int[]? padding = null, int[]? dilation = null, bool ceiling = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MaxPool(x[0], window, stride, padding, dilation, ceiling);
    }

    public sealed class MaxPoolWithIndices(int[] window, int[]? stride = null, int[]? padding = null, int[]? dilation = null, bool ceiling = false)
        : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.MaxPoolWithIndices(x[0], window, stride, padding, dilation, ceiling).Values;
    }

    /// <summary>The elements that the places name: the same as the values.</summary>
    public sealed class GatheredAtPlacesOfMax(int[] window, int[]? stride = null, int[]? padding = null) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            (Variable<T> values, Indices indices) = Variable.MaxPoolWithIndices(x[0], window, stride, padding);
            int[] lengths = [.. x[0].Shape.Lengths[..^window.Length], -1];
            return Variable.Gather(x[0].Reshape(lengths), -1, indices.Reshape(lengths)).Reshape(values.Shape);
        }
    }

    public sealed class AveragePool(
        int[] window, int[]? stride = null, int[]? padding = null, bool ceiling = false, bool countPadding = true, int? divisor = null) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.AveragePool(x[0], window, stride, padding, ceiling, countPadding, divisor);
    }

    public sealed class AdaptiveMaxPool(params int[] lengths) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.AdaptiveMaxPool(x[0], lengths);
    }

    public sealed class AdaptiveMaxPoolWithIndices(params int[] lengths) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.AdaptiveMaxPoolWithIndices(x[0], lengths).Values;
    }

    public sealed class AdaptiveAveragePool(params int[] lengths) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.AdaptiveAveragePool(x[0], lengths);
    }
}
