using System.Numerics;

namespace Autodiff.Nn;

// The functions of the same names in Variable as modules: nothing is computed here.

/// <summary>max(x, 0).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Relu<T>() : Activation<T>(Variable.Relu)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x for x &gt; 0, else slope × x.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="slope">The slope on the negative side, and at 0.</param>
public sealed class LeakyRelu<T>(double slope = 0.01) : Activation<T>(x => Variable.LeakyRelu(x, slope))
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x for x &gt; 0, else α (eˣ - 1).</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="alpha">The scale α of the negative side.</param>
public sealed class Elu<T>(double alpha = 1) : Activation<T>(x => Variable.Elu(x, alpha))
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>The activation of self-normalising networks (Klambauer and others 2017).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Selu<T>() : Activation<T>(Variable.Selu)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x Φ(x), Φ the normal distribution (Hendrycks and Gimpel 2016).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Gelu<T>() : Activation<T>(Variable.Gelu)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x/(1 + e⁻ˣ), also named swish.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Silu<T>() : Activation<T>(Variable.Silu)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x tanh(ln(1 + eˣ)).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Mish<T>() : Activation<T>(Variable.Mish)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>1/(1 + e⁻ˣ).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Sigmoid<T>() : Activation<T>(Variable.Sigmoid)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>The hyperbolic tangent.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Tanh<T>() : Activation<T>(Variable.Tanh)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>ln(1 + eˣ).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Softplus<T>() : Activation<T>(x => Variable.Softplus(x))
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>x/(1 + |x|).</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Softsign<T>() : Activation<T>(Variable.Softsign)
    where T : unmanaged, IFloatingPointIeee754<T>;
