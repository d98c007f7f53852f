using System.Numerics;

namespace Autodiff.Nn;

/// <summary>Modules one after the other; each takes the output of the one before. They are named 0, 1, 2, ...</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Sequential<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Module<T>[] modules;

    /// <summary>A chain of modules.</summary>
    /// <param name="modules">In the order of the forward pass. None at all hand the input on.</param>
    public Sequential(params ReadOnlySpan<Module<T>> modules)
    {
        this.modules = modules.ToArray();
        for (int i = 0; i < modules.Length; i++) { Child($"{i}", modules[i]); }
    }

    /// <summary>The modules in their order.</summary>
    public IReadOnlyList<Module<T>> Modules => modules;

    /// <inheritdoc/>
    public override Variable<T> Forward(Variable<T> x)
    {
        Variable<T> y = x;
        foreach (Module<T> module in modules) { y = module.Forward(y); }
        return y;
    }

    /// <summary>The names of the modules.</summary>
    public override string ToString() => $"Sequential({string.Join(", ", (IEnumerable<Module<T>>)modules)})";
}
