using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>Rows of logits, each with a label: the place of the class that is right.</summary>
internal static class LabelledRows
{
    /// <summary>The mean over the rows z of ln Σ e^z - z[label]. The labels are places in a row.</summary>
    internal static T MeanNegativeLogLikelihood<T>(Elements<T> logits, ReadOnlySpan<int> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = logits.Shape[1];
        T[] rented = ArrayPool<T>.Shared.Rent(logits.Shape.ElementCount);
        Span<T> logarithms = rented.AsSpan(0, logits.Shape.ElementCount);
        Softmax.ForwardLog(logits, 1, logarithms);
        double sum = 0;
        for (int row = 0; row < labels.Length; row++) { sum -= double.CreateTruncating(logarithms[(row * classes) + labels[row]]); }
        ArrayPool<T>.Shared.Return(rented);
        return T.CreateTruncating(sum / labels.Length);
    }

    /// <summary>y = g (softmax(z) - 1 at the label)/n for n rows, and 0 where g is 0.</summary>
    internal static void Pull<T>(Elements<T> logits, ReadOnlySpan<int> labels, T g, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (g == T.Zero)
        {
            y.Clear();
            return;
        }
        int classes = logits.Shape[1];
        Softmax.Forward(logits, 1, y);
        for (int row = 0; row < labels.Length; row++) { y[(row * classes) + labels[row]] -= T.One; }
        TensorPrimitives.Multiply(y, g / T.CreateTruncating(labels.Length), y);
    }
}
