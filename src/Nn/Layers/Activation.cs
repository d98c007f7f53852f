using System.Numerics;

namespace Autodiff.Nn;

/// <summary>A function without parameters as a module: <c>new Activation&lt;float&gt;(x => LeakyRelu(x, 0.2))</c>. The usual ones have names.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="function">The function.</param>
public class Activation<T>(Func<Variable<T>, Variable<T>> function) : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Func<Variable<T>, Variable<T>> function = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    public sealed override Variable<T> Forward(Variable<T> x) => function(x);

    /// <summary>The name.</summary>
    public override string ToString() => GetType().Name.Split('`')[0];
}
