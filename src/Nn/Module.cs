using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>
/// A part of a network: parameters and inner modules, declared in the constructor, and a <see cref="Forward"/> that is nothing but operations
/// on variables. What differs between training and prediction asks <see cref="Autograd.IsTraining"/>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<Part> parts = [];

    /// <summary>
    /// All parameters of this module and those inside, in the order of declaration, named by the way to them: <c>encoder.0.weights</c>. A module
    /// that is declared in several places gives its parameters once, under the first name.
    /// </summary>
    public IReadOnlyList<Parameter<T>> Parameters
    {
        get
        {
            List<Parameter<T>> found = [];
            Collect("", found, new(ReferenceEqualityComparer.Instance));
            return found;
        }
    }

    /// <summary>The output for an input.</summary>
    /// <param name="x">The input; mostly a batch, with the examples along the first axis.</param>
    public abstract Variable<T> Forward(Variable<T> x);

    /// <summary>Declares a variable that is to be trained. A variable of another module that this one shares is declared there only.</summary>
    /// <param name="name">Its name within the module.</param>
    /// <param name="value">Its first value; a gradient is attached.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
    protected Variable<T> Parameter(string name, Variable<T> value)
    {
        RequireNewName(name);
        Parameter<T> parameter = new(name, value);
        parts.Add(new(name, parameter.Value, null));
        return parameter.Value;
    }

    /// <summary>Declares an inner module.</summary>
    /// <param name="name">Its name within this module.</param>
    /// <param name="module">The inner module.</param>
    /// <returns>The inner module.</returns>
    /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
    protected TModule Child<TModule>(string name, TModule module)
        where TModule : Module<T>
    {
        ArgumentNullException.ThrowIfNull(module);
        RequireNewName(name);
        parts.Add(new(name, default, module));
        return module;
    }

    private void Collect(string prefix, List<Parameter<T>> found, HashSet<Module<T>> visited)
    {
        if (!visited.Add(this)) { return; }
        foreach (Part part in parts)
        {
            if (part.Module is { } module) { module.Collect($"{prefix}{part.Name}.", found, visited); }
            else { found.Add(new(prefix + part.Name, part.Value)); }
        }
    }

    private void RequireNewName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains('.', StringComparison.Ordinal)) { Throw.NameWithDot(name); }
        if (parts.Exists(part => part.Name == name)) { Throw.NameTaken(name, GetType()); }
    }

    // Either a variable or a module.
    private readonly record struct Part(string Name, Variable<T> Value, Module<T>? Module);
}
