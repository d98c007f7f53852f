using System.Numerics;

namespace Autodiff.Nn.Tests;

/// <summary>A loss that is taken element by element.</summary>
/// <param name="Name">The name of its function in <see cref="Losses"/>.</param>
/// <param name="Loss">How user code calls it.</param>
/// <param name="Element">The loss of one element, given that of each input.</param>
/// <param name="Inputs">A point without kinks: the elements of each input, six of them.</param>
internal sealed record LossRow<T>(
    string Name, Func<Variable<T>[], Reduction, Variable<T>> Loss, Func<double[], double> Element, params double[][] Inputs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many of the inputs have a derivative; the first ones.</summary>
    public int Differentiable { get; init; } = Inputs.Length;

    /// <summary>How many of the inputs must have one shape; the first ones.</summary>
    public int Paired { get; init; } = Inputs.Length;
}
