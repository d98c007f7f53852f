using System.Numerics;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Programs of networks.</content>
internal static partial class Programs
{
    private static Variable<T>? Network<T>(string name, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "tied weights" => Mean(Square(MatMul(Tanh(MatMul(x[0], x[1])), x[1].Transpose()) - x[0])),
            "log(softmax) naive vs log_softmax" => LogSoftmax(x[0])[2],
            "mlp" => Perceptron(x),
            "cnn" => Convolutional(x),
            "transformer block" => TransformerBlock(x),
            _ => null,
        };

    private static Variable<T> Perceptron<T>(Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> hidden = Relu(MatMul(x[0], x[2].Transpose()) + x[3]), logits = MatMul(hidden, x[4].Transpose()) + x[5];
        return Losses.CrossEntropy(logits, [.. x[1].ToArray().Select(int.CreateChecked)]);
    }

    // An image, a kernel and its bias, the weights of a layer, and the target.
    private static Variable<T> Convolutional<T>(Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> hidden = MaxPool(Relu(Convolve(x[0], x[1], x[2], padding: 1)), [2, 2]);
        return Losses.MeanSquaredError(MatMul(hidden.Reshape(x[0].Shape[0], -1), x[3].Transpose()), x[4]);
    }

    // x, the scale and shift of the first norm, Wq, Wk, Wv, Wo, the scale and shift of the second norm, and two layers.
    private static Variable<T> TransformerBlock<T>(Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadWeights<T> weights = new(2, Concatenate(0, x[3], x[4], x[5]), x[6]);
        Variable<T> attended = x[0] + Attention.MultiHead(Normalised(x[0], x[1], x[2]), weights, causal: true);
        Variable<T> hidden = Gelu(Affine(Normalised(attended, x[7], x[8]), x[9].Transpose(), x[10]));
        return attended + Affine(hidden, x[11].Transpose(), x[12]);
    }

    private static Variable<T> Normalised<T>(Variable<T> x, Variable<T> scale, Variable<T> shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> deviation = x - Mean(x, [-1], keepAxes: true);
        return (deviation * ReciprocalSqrt(Variance(x, [-1], keepAxes: true, correction: 0) + T.CreateTruncating(1e-5)) * scale) + shift;
    }
}
