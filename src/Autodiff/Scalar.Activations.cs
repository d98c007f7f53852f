using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Activations and special functions. One line each: the mathematics is in the rule of that name.
public static partial class Scalar
{
    /// <summary>The logistic function 1/(1 + e⁻ˣ).</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Sigmoid<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Sigmoid), x);

    /// <summary>ln(1/(1 + e⁻ˣ)), accurate in both tails.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T LogSigmoid<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(LogSigmoid), x);

    /// <summary>ln(1 + e^βx)/β, accurate in both tails, without a threshold.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="beta">The sharpness β.</param>
    [MethodImpl(AggressiveInlining)]
    public static T Softplus<T>(T x, double beta = 1)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new Softplus(beta), x);

    /// <summary>max(x, 0); derivative 0 at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Relu<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Relu), x);

    /// <summary>min(max(x, 0), 6); derivative 0 at the edges.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Relu6<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new HardTanh(0, 6), x);

    /// <summary>x for x &gt; 0, else slope × x.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="slope">The slope on the negative side, and at 0.</param>
    [MethodImpl(AggressiveInlining)]
    public static T LeakyRelu<T>(T x, double slope = 0.01)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new LeakyRelu(slope), x);

    /// <summary>x for x &gt; 0, else α (eˣ - 1).</summary>
    /// <param name="x">The argument.</param>
    /// <param name="alpha">The scale α of the negative side.</param>
    [MethodImpl(AggressiveInlining)]
    public static T Elu<T>(T x, double alpha = 1)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new Elu(alpha), x);

    /// <summary>λ x for x &gt; 0, else λ α (eˣ - 1), with the constants of self-normalising networks.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Selu<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Selu), x);

    /// <summary>x Φ(x), Φ the distribution function of the standard normal distribution.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Gelu<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Gelu), x);

    /// <summary>The tanh approximation of x Φ(x): x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
    [MethodImpl(AggressiveInlining)]
    public static T GeluTanh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(GeluTanh), x);

    /// <summary>x/(1 + e⁻ˣ), also named swish.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Silu<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Silu), x);

    /// <summary>x tanh(ln(1 + eˣ)).</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Mish<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Mish), x);

    /// <summary>min(max(x, low), high); derivative 0 at the edges.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="low">The lower edge.</param>
    /// <param name="high">The upper edge.</param>
    [MethodImpl(AggressiveInlining)]
    public static T HardTanh<T>(T x, double low = -1, double high = 1)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new HardTanh(low, high), x);

    /// <summary>min(max(x/6 + 1/2, 0), 1).</summary>
    [MethodImpl(AggressiveInlining)]
    public static T HardSigmoid<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(HardSigmoid), x);

    /// <summary>x/(1 + |x|).</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Softsign<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Softsign), x);

    /// <summary>The error function 2/√π ∫₀ˣ exp(-t²) dt.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Erf<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Erf), x);

    /// <summary>1 - erf x, accurate in the tail.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Erfc<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Erfc), x);

    /// <summary>Φ(x), the distribution function of the standard normal distribution, accurate in the tail.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T NormalCdf<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(NormalCdf), x);

    /// <summary>ln |Γ(x)|; infinite at 0, -1, -2, ...</summary>
    [MethodImpl(AggressiveInlining)]
    public static T LogGamma<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(LogGamma), x);

    /// <summary>ψ(x), the derivative of ln Γ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Digamma<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(new Polygamma(0), x);

    /// <summary>ψ⁽ⁿ⁾(x), the derivative of order n of the digamma function.</summary>
    /// <param name="order">The order n, at least 0.</param>
    /// <param name="x">The argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public static T Polygamma<T>(int order, T x)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        return Elementary.Apply(new Polygamma(order), x);
    }
}
