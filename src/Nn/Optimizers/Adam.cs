using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1): running means of the gradient and of its square, m ← β₁ m + (1 - β₁) g and
/// v ← β₂ v + (1 - β₂) g², freed of their start at 0 by m̂ = m/(1 - β₁ᵗ) and v̂ = v/(1 - β₂ᵗ) at step t; x ← x - learningRate m̂/(√v̂ + ε).
/// </summary>
/// <remarks>Each parameter counts its own steps t, so that one which is left out for a while is not corrected too little.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Adam<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta1, beta2, epsilon, weightDecay;
    private readonly T[][] means, squares;

    /// <summary>Adam.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">The factor of a step: about the length by which an element moves.</param>
    /// <param name="beta1">β₁, the share of the past in the mean of the gradient.</param>
    /// <param name="beta2">β₂, the share of the past in the mean of its square.</param>
    /// <param name="epsilon">ε, which bounds the step where gradients vanish.</param>
    /// <param name="weightDecay">
    /// How strongly parameters are drawn to 0: what is added of a parameter to its gradient. <see cref="AdamW{T}"/> draws them otherwise.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The learning rate, ε or the weight decay is negative or not finite, or a β not in [0, 1).
    /// </exception>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    public Adam(
        IEnumerable<Parameter<T>> parameters,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0)
        : base(parameters, learningRate)
    {
        Require.Share(beta1, nameof(beta1));
        Require.Share(beta2, nameof(beta2));
        Require.NotNegative(epsilon, nameof(epsilon));
        Require.NotNegative(weightDecay, nameof(weightDecay));
        (this.beta1, this.beta2, this.epsilon, this.weightDecay) = (beta1, beta2, epsilon, weightDecay);
        (means, squares) = (Zeros(), Zeros());
    }

    /// <inheritdoc/>
    protected override void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient)
    {
        Moments<T> moments = new(step, LearningRate, beta1, beta2, epsilon, weightDecay, lost: 0);
        Pass.Run(moments, values, gradient, means[index], squares[index]);
    }
}
