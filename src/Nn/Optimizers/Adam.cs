using System.Numerics;

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
    private readonly AdamState<T> state;

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
        : base(parameters, learningRate) =>
        state = new(beta1, beta2, epsilon, weightDecay, Zeros(), Zeros());

    /// <inheritdoc/>
    protected override void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient) =>
        state.Advance(index, step, LearningRate, state.WeightDecay, lost: 0, values, gradient);
}
