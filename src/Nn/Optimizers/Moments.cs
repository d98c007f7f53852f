using System.Numerics;
using System.Runtime.CompilerServices;

namespace Autodiff.Nn;

/// <summary>A step of <see cref="Adam{T}"/> and of <see cref="AdamW{T}"/>: along the mean of the gradient, over the root of the mean of its square.</summary>
/// <remarks>Both corrections are factors of the whole parameter: that of m joins the learning rate, the root of that of v stands before the root.</remarks>
/// <param name="step">The number t of the step, from 1.</param>
/// <param name="learningRate">The learning rate.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="epsilon">ε.</param>
/// <param name="added">The share of the parameter that is added to the gradient.</param>
/// <param name="lost">The share of the parameter that is taken off beside the step.</param>
internal readonly struct Moments<T>(int step, double learningRate, double beta1, double beta2, double epsilon, double added, double lost) : IStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> rate = Of(learningRate / (1 - Math.Pow(beta1, step))), unbias = Of(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
    private readonly Vector<T> kept1 = Of(beta1), entering1 = Of(1 - beta1), kept2 = Of(beta2), entering2 = Of(1 - beta2);
    private readonly Vector<T> epsilon = Of(epsilon), added = Of(added), left = Of(1 - lost);

    public static int Memories => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> x, Vector<T> dx, ref Vector<T> mean, ref Vector<T> square)
    {
        Vector<T> slope = dx + (added * x);
        mean = (kept1 * mean) + (entering1 * slope);
        square = (kept2 * square) + (entering2 * slope * slope);
        x = (left * x) - (rate * mean / ((unbias * Vector.SquareRoot(square)) + epsilon));
    }

    private static Vector<T> Of(double value) => new(T.CreateTruncating(value));
}
