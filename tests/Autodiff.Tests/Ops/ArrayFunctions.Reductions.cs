namespace Autodiff.Tests.Ops;

/// <content>Reductions, and what goes along one axis.</content>
internal static partial class ArrayFunctions
{
    public sealed class Sum(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Sum(x[0], axes, keepAxes) : Variable.Sum(x[0], axes);
    }

    public sealed class Mean(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Mean(x[0], axes, keepAxes) : Variable.Mean(x[0], axes);
    }

    public sealed class Product(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Product(x[0], axes, keepAxes) : Variable.Product(x[0], axes);
    }

    public sealed class LogSumExp(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.LogSumExp(x[0], axes, keepAxes) : Variable.LogSumExp(x[0], axes);
    }

    public sealed class Max(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Max(x[0], axes, keepAxes) : Variable.Max(x[0], axes);
    }

    public sealed class Min(int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Min(x[0], axes, keepAxes) : Variable.Min(x[0], axes);
    }

    public sealed class MaxWithIndices(int axis, bool keepAxis = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MaxWithIndices(x[0], axis, keepAxis).Values;
    }

    public sealed class MinWithIndices(int axis, bool keepAxis = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MinWithIndices(x[0], axis, keepAxis).Values;
    }

    public sealed class Norm(double p, int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => keepAxes ? Variable.Norm(x[0], p, axes, keepAxes) : Variable.Norm(x[0], p, axes);
    }

    public sealed class Variance(int correction, int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Variance(x[0], axes, keepAxes, correction);
    }

    public sealed class StandardDeviation(int correction, int[] axes, bool keepAxes = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.StandardDeviation(x[0], axes, keepAxes, correction);
    }

    public sealed class CumulativeSum(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.CumulativeSum(x[0], axis);
    }

    public sealed class CumulativeProduct(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.CumulativeProduct(x[0], axis);
    }

    public sealed class LogCumulativeSumExp(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.LogCumulativeSumExp(x[0], axis);
    }

    public sealed class Softmax(int axis) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Softmax(x[0], axis); }

    public sealed class LogSoftmax(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.LogSoftmax(x[0], axis);
    }
}
