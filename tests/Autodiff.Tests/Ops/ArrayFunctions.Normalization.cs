namespace Autodiff.Tests.Ops;

/// <content>Normalisation, and the compositions that define it. Weight and bias are there if inputs are.</content>
internal static partial class ArrayFunctions
{
    public sealed class LayerNorm(int[] shape, double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.LayerNorm(x[0], shape, x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null, epsilon);
    }

    /// <summary>A bias without a weight.</summary>
    public sealed class LayerNormWithBias(int[] shape, double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.LayerNorm(x[0], shape, bias: x[1], epsilon: epsilon);
    }

    public sealed class RmsNorm(int[] shape, double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.RmsNorm(x[0], shape, x.Length > 1 ? x[1] : null, epsilon);
    }

    public sealed class GroupNorm(int groups, double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.GroupNorm(x[0], groups, x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null, epsilon);
    }

    public sealed class InstanceNorm(double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.InstanceNorm(x[0], x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null, epsilon);
    }

    public sealed class BatchNorm(double epsilon) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.BatchNorm(x[0], x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null, epsilon: epsilon);
    }

    /// <summary>In predict mode: x, weight, bias, running mean, running variance.</summary>
    public sealed class BatchNormOfRunning(double epsilon, double momentum = 0.1) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            using (Autograd.PredictMode()) { return Variable.BatchNorm(x[0], x[1], x[2], x[3], x[4], momentum, epsilon); }
        }
    }

    /// <summary>In train mode with a running mean alone.</summary>
    public sealed class BatchNormOfRunningMean : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.BatchNorm(x[0], runningMean: x[1]);
    }

    /// <summary>(x - mean)/√(variance + ε) w + b over some axes, operation by operation; not centered, without the mean.</summary>
    public sealed class NormalizedOverAxes(int[] axes, double epsilon, bool centered, params int[] shapeOfWeights) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            Variable<T> from = centered ? x[0] - Variable.Mean(x[0], axes, keepAxes: true) : x[0];
            Variable<T> normal = from / Variable.Sqrt(Variable.Mean(Variable.Square(from), axes, keepAxes: true) + T.CreateTruncating(epsilon));
            if (x.Length > 1) { normal *= x[1].Reshape(shapeOfWeights); }
            return x.Length > 2 ? normal + x[2].Reshape(shapeOfWeights) : normal;
        }
    }
}
