using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Activations and special functions, element by element. One line each: the mathematics is in the rule of that name.
public static partial class Variable
{
    /// <summary>The logistic function 1/(1 + e⁻ˣ).</summary>
    public static Variable<T> Sigmoid<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Sigmoid), x);

    /// <summary>ln(1/(1 + e⁻ˣ)), accurate in both tails.</summary>
    public static Variable<T> LogSigmoid<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(LogSigmoid), x);

    /// <summary>ln(1 + e^βx)/β, accurate in both tails, without a threshold.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="beta">The sharpness β.</param>
    public static Variable<T> Softplus<T>(Variable<T> x, double beta = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Softplus(beta), x);

    /// <summary>max(x, 0); derivative 0 at 0.</summary>
    public static Variable<T> Relu<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Relu), x);

    /// <summary>min(max(x, 0), 6); derivative 0 at the edges.</summary>
    public static Variable<T> Relu6<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new HardTanh(0, 6), x);

    /// <summary>x for x &gt; 0, else slope × x.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="slope">The slope on the negative side, and at 0.</param>
    public static Variable<T> LeakyRelu<T>(Variable<T> x, double slope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new LeakyRelu(slope), x);

    /// <summary>x for x &gt; 0, else α (eˣ - 1).</summary>
    /// <param name="x">The argument.</param>
    /// <param name="alpha">The scale α of the negative side.</param>
    public static Variable<T> Elu<T>(Variable<T> x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Elu(alpha), x);

    /// <summary>λ x for x &gt; 0, else λ α (eˣ - 1), with the constants of self-normalising networks.</summary>
    public static Variable<T> Selu<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Selu), x);

    /// <summary>x Φ(x), Φ the distribution function of the standard normal distribution.</summary>
    public static Variable<T> Gelu<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Gelu), x);

    /// <summary>The tanh approximation of x Φ(x): x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
    public static Variable<T> GeluTanh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(GeluTanh), x);

    /// <summary>x/(1 + e⁻ˣ), also named swish.</summary>
    public static Variable<T> Silu<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Silu), x);

    /// <summary>x tanh(ln(1 + eˣ)).</summary>
    public static Variable<T> Mish<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Mish), x);

    /// <summary>min(max(x, low), high); derivative 0 at the edges.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="low">The lower edge.</param>
    /// <param name="high">The upper edge.</param>
    public static Variable<T> HardTanh<T>(Variable<T> x, double low = -1, double high = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new HardTanh(low, high), x);

    /// <summary>min(max(x/6 + 1/2, 0), 1).</summary>
    public static Variable<T> HardSigmoid<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(HardSigmoid), x);

    /// <summary>x/(1 + |x|).</summary>
    public static Variable<T> Softsign<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Softsign), x);

    /// <summary>The error function 2/√π ∫₀ˣ exp(-t²) dt.</summary>
    public static Variable<T> Erf<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Erf), x);

    /// <summary>1 - erf x, accurate in the tail.</summary>
    public static Variable<T> Erfc<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Erfc), x);

    /// <summary>Φ(x), the distribution function of the standard normal distribution, accurate in the tail.</summary>
    public static Variable<T> NormalCdf<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(NormalCdf), x);

    /// <summary>ln |Γ(x)|; infinite at 0, -1, -2, ...</summary>
    public static Variable<T> LogGamma<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(LogGamma), x);

    /// <summary>ψ(x), the derivative of ln Γ.</summary>
    public static Variable<T> Digamma<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Polygamma(0), x);

    /// <summary>The derivative of order n + 1 of ln Γ: digamma for n = 0, trigamma for n = 1.</summary>
    /// <param name="order">n.</param>
    /// <param name="x">The argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public static Variable<T> Polygamma<T>(int order, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        return Apply(new Polygamma(order), x);
    }
}
