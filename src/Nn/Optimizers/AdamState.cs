using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>What <see cref="Adam{T}"/> and <see cref="AdamW{T}"/> share: their settings, checked, and both running means of every element.</summary>
internal sealed class AdamState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta1, beta2, epsilon;
    private readonly T[][] means, squares;

    internal AdamState(double beta1, double beta2, double epsilon, double weightDecay, T[][] means, T[][] squares)
    {
        Require.Share(beta1, nameof(beta1));
        Require.Share(beta2, nameof(beta2));
        Require.NotNegative(epsilon, nameof(epsilon));
        Require.NotNegative(weightDecay, nameof(weightDecay));
        (this.beta1, this.beta2, this.epsilon, WeightDecay) = (beta1, beta2, epsilon, weightDecay);
        (this.means, this.squares) = (means, squares);
    }

    internal double WeightDecay { get; }

    /// <summary>A step of one parameter.</summary>
    /// <param name="index">The parameter.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="added">The share of the parameter that is added to the gradient.</param>
    /// <param name="lost">The share of the parameter that is taken off beside the step.</param>
    /// <param name="values">The elements.</param>
    /// <param name="gradient">Their gradient.</param>
    internal void Advance(int index, int step, double learningRate, double added, double lost, Span<T> values, ReadOnlySpan<T> gradient)
    {
        Moments<T> moments = new(step, learningRate, beta1, beta2, epsilon, added, lost);
        Pass.Run(moments, values, gradient, means[index], squares[index]);
    }
}
