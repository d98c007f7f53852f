using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>y = x W + b: every output is a weighted sum of all inputs.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Linear<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// A layer whose weights and biases are spread evenly over ±1/√inputs, so that outputs do not grow with the number of inputs (Glorot and
    /// Bengio 2010, equation 1).
    /// </summary>
    /// <param name="inputs">The last length of the input.</param>
    /// <param name="outputs">The last length of the output.</param>
    /// <param name="random">Where the first values come from: the weights row by row, then the biases.</param>
    /// <param name="bias">Whether there is a b.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is less than 1.</exception>
    public Linear(int inputs, int outputs, Random random, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentNullException.ThrowIfNull(random);
        double bound = 1 / Math.Sqrt(inputs);
        Weights = Parameter("weights", Variable.Uniform<T>([inputs, outputs], random, -bound, bound));
        if (bias) { Bias = Parameter("bias", Variable.Uniform<T>([outputs], random, -bound, bound)); }
    }

    /// <summary>W, of shape [inputs, outputs].</summary>
    public Variable<T> Weights { get; }

    /// <summary>b, of shape [outputs]; null if there is none.</summary>
    public Variable<T>? Bias { get; }

    /// <summary>x W + b.</summary>
    /// <param name="x">[..., inputs].</param>
    /// <returns>[..., outputs].</returns>
    /// <exception cref="ShapeMismatchException">The last length of the input is not that of the layer.</exception>
    public override Variable<T> Forward(Variable<T> x)
    {
        Shape shape = x.Shape;
        if (shape.Rank == 0 || shape[-1] != Weights.Shape[0]) { Throw.InputLength(ToString(), shape, Weights.Shape); }
        return Bias is { } bias ? Variable.Affine(x, Weights, bias) : Variable.MatMul(x, Weights);
    }

    /// <summary>The name with the lengths.</summary>
    public override string ToString() => $"Linear({Weights.Shape[0]}, {Weights.Shape[1]})";
}
