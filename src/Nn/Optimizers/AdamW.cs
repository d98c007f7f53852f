using System.Numerics;

namespace Autodiff.Nn;

/// <summary>
/// <see cref="Adam{T}"/> that draws parameters to 0 beside the step and not through the gradient: x ← (1 - learningRate weightDecay) x before the step
/// (Loshchilov and Hutter 2019, algorithm 2), so that all are drawn as strongly, however large their gradients are.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class AdamW<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AdamState<T> state;

    /// <summary>Adam with weight decay beside the step.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">The factor of a step: about the length by which an element moves.</param>
    /// <param name="beta1">β₁, the share of the past in the mean of the gradient.</param>
    /// <param name="beta2">β₂, the share of the past in the mean of its square.</param>
    /// <param name="epsilon">ε, which bounds the step where gradients vanish.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0, relative to the learning rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The learning rate, ε or the weight decay is negative or not finite, or a β not in [0, 1).
    /// </exception>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    public AdamW(
        IEnumerable<Parameter<T>> parameters,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0.01)
        : base(parameters, learningRate) =>
        state = new(beta1, beta2, epsilon, weightDecay, Zeros(), Zeros());

    /// <inheritdoc/>
    protected override void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient) =>
        state.Advance(index, step, LearningRate, added: 0, LearningRate * state.WeightDecay, values, gradient);
}
