using System.Numerics;

namespace Autodiff.Nn;

/// <summary>What a prediction costs: of numbers of any kind, plain ones and those that carry derivatives, and of arrays.</summary>
public static partial class Losses
{
    /// <summary>
    /// The negative log likelihood of a label under the probability p = 1/(1 + e⁻ᶻ): -y ln p - (1 - y) ln(1 - p) = softplus(z) - y z.
    /// Its derivative by z is p - y.
    /// </summary>
    /// <remarks>Taken on the logit, because p itself rounds to 0 or 1 where z is large: the loss would be infinite, its derivative lost.</remarks>
    /// <param name="logit">The logit z, any real number.</param>
    /// <param name="label">The label y: 0, 1, or a probability between.</param>
    public static T BinaryCrossEntropy<T>(T logit, T label)
        where T : IFloatingPointIeee754<T> =>
        Scalar.Softplus(logit) - (label * logit);

    /// <summary>(y - t)². Its derivative by y is 2 (y - t).</summary>
    /// <param name="y">The prediction.</param>
    /// <param name="target">The target t.</param>
    public static T SquaredError<T>(T y, T target)
        where T : IFloatingPointIeee754<T> =>
        Scalar.Square(y - target);
}
