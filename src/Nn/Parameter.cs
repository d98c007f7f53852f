using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>A variable that is trained: its name, and a gradient attached to it.</summary>
/// <typeparam name="T">float or double.</typeparam>
// Layers hold the variable itself, so that their formulas stay formulas; the name is for the lists that optimizers and files work with.
public sealed class Parameter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Names a variable, and attaches a gradient to it if it has none.</summary>
    /// <param name="name">The name, by which errors and files know it; dots separate the modules around it.</param>
    /// <param name="value">The variable, made outside any recording, its elements row by row.</param>
    /// <exception cref="ArgumentException">The name is empty, or the elements do not stand row by row.</exception>
    /// <exception cref="InvalidOperationException">The value was computed inside a recording.</exception>
    public Parameter(string name, Variable<T> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!value.IsDense) { Throw.ParameterNotDense(name, value.Shape); }
        Name = name;
        Value = value.Request is null ? value.AttachGradient() : value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The variable.</summary>
    public Variable<T> Value { get; }

    /// <summary>The name and the shape.</summary>
    public override string ToString() => $"{Name} {Value.Shape}";
}
