using System.Numerics;
using System.Runtime.CompilerServices;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>
/// Gradient descent, with momentum on request: with the gradient g + weightDecay x of a parameter x, the velocity is
/// v ← momentum v + (1 - dampening) g, at the first step v = g, and x ← x - learningRate v. Nesterov's form looks ahead and goes along
/// g + momentum v (Sutskever and others 2013).
/// </summary>
/// <remarks>
/// The learning rate multiplies the velocity when it is used, not when it is gathered, so that a schedule takes effect at once; PyTorch does
/// the same.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double momentum, dampening, weightDecay;
    private readonly bool nesterov;
    private readonly T[][] velocities = [];

    /// <summary>Gradient descent.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">The factor of a step.</param>
    /// <param name="momentum">The share of the velocity that is kept; 0 for plain descent, which remembers nothing.</param>
    /// <param name="dampening">The share of the gradient that does not enter the velocity.</param>
    /// <param name="nesterov">Whether to look ahead; needs momentum, and no dampening.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A factor is negative or not finite, or the momentum is not below 1.
    /// </exception>
    /// <exception cref="ArgumentException">There are no parameters, or Nesterov's form is asked for without momentum or with dampening.</exception>
    public Sgd(
        IEnumerable<Parameter<T>> parameters,
        double learningRate,
        double momentum = 0,
        double dampening = 0,
        bool nesterov = false,
        double weightDecay = 0)
        : base(parameters, learningRate)
    {
        Require.Share(momentum, nameof(momentum));
        Require.NotNegative(dampening, nameof(dampening));
        Require.NotNegative(weightDecay, nameof(weightDecay));
        if (nesterov && (momentum == 0 || dampening != 0)) { Throw.NesterovWithoutMomentum(momentum, dampening); }
        (this.momentum, this.dampening, this.nesterov, this.weightDecay) = (momentum, dampening, nesterov, weightDecay);
        if (momentum > 0) { velocities = Zeros(); }
    }

    /// <inheritdoc/>
    protected override void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient)
    {
        if (momentum == 0)
        {
            Pass.Run(new Plain(LearningRate, weightDecay), values, gradient);
            return;
        }
        double entering = step == 1 ? 1 : 1 - dampening;
        Pass.Run(new WithMomentum(LearningRate, weightDecay, momentum, entering, nesterov), values, gradient, velocities[index]);
    }

    private readonly struct Plain(double rate, double weightDecay) : IStep<T>
    {
        private readonly Vector<T> rate = new(T.CreateTruncating(rate)), weightDecay = new(T.CreateTruncating(weightDecay));

        public static int Memories => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> x, Vector<T> dx, ref Vector<T> a, ref Vector<T> b) => x -= rate * (dx + (weightDecay * x));
    }

    private readonly struct WithMomentum(double rate, double weightDecay, double momentum, double entering, bool nesterov) : IStep<T>
    {
        private readonly Vector<T> rate = new(T.CreateTruncating(rate)), weightDecay = new(T.CreateTruncating(weightDecay));
        private readonly Vector<T> momentum = new(T.CreateTruncating(momentum)), entering = new(T.CreateTruncating(entering));

        public static int Memories => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> x, Vector<T> dx, ref Vector<T> velocity, ref Vector<T> none)
        {
            Vector<T> slope = dx + (weightDecay * x);
            velocity = (momentum * velocity) + (entering * slope);
            x -= rate * (nesterov ? slope + (momentum * velocity) : velocity);
        }
    }
}
