using System.Numerics;
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
            _ => null,
        };

    private static Variable<T> Perceptron<T>(Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> hidden = Relu(MatMul(x[0], x[2].Transpose()) + x[3]), logits = MatMul(hidden, x[4].Transpose()) + x[5];
        return Operations.ApplyToOne(new Call<T>("cross_entropy", default, [logits, x[1]])) is { } losses ? Mean(losses) : default;
    }
}
