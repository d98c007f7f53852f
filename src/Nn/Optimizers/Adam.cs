using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly double beta1, beta2, epsilon;
    private readonly T[][] means, squares;

    /// <summary>Adam.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">The factor of a step: about the length by which an element moves.</param>
    /// <param name="beta1">β₁, the share of the past in the mean of the gradient.</param>
    /// <param name="beta2">β₂, the share of the past in the mean of its square.</param>
    /// <param name="epsilon">ε, which bounds the step where gradients vanish.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is negative or not finite, or a β not in [0, 1).</exception>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    public Adam(IEnumerable<Parameter<T>> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(parameters, learningRate)
    {
        Require.Share(beta1, nameof(beta1));
        Require.Share(beta2, nameof(beta2));
        Require.NotNegative(epsilon, nameof(epsilon));
        (this.beta1, this.beta2, this.epsilon) = (beta1, beta2, epsilon);
        (means, squares) = (Zeros(), Zeros());
    }

    /// <inheritdoc/>
    protected override void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient)
    {
        double rate = LearningRate / (1 - Math.Pow(beta1, step)), unbias = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
        Pass.Run(new Moments(rate, unbias, beta1, beta2, epsilon), values, gradient, means[index], squares[index]);
    }

    // Both corrections are factors of the whole parameter: that of m joins the learning rate, the root of that of v stands before the root.
    private readonly struct Moments(double rate, double unbias, double beta1, double beta2, double epsilon) : IStep<T>
    {
        private readonly Vector<T> rate = new(T.CreateTruncating(rate)), unbias = new(T.CreateTruncating(unbias));
        private readonly Vector<T> kept1 = new(T.CreateTruncating(beta1)), entering1 = new(T.CreateTruncating(1 - beta1));
        private readonly Vector<T> kept2 = new(T.CreateTruncating(beta2)), entering2 = new(T.CreateTruncating(1 - beta2));
        private readonly Vector<T> epsilon = new(T.CreateTruncating(epsilon));

        public static int Memories => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> x, Vector<T> dx, ref Vector<T> mean, ref Vector<T> square)
        {
            mean = (kept1 * mean) + (entering1 * dx);
            square = (kept2 * square) + (entering2 * dx * dx);
            x -= rate * mean / ((unbias * Vector.SquareRoot(square)) + epsilon);
        }
    }
}
