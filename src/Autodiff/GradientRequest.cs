namespace Autodiff;

/// <summary>What a sweep does with the gradient of a variable.</summary>
public enum GradientRequest
{
    /// <summary>Overwrites the gradient of the sweep before.</summary>
    Write,

    /// <summary>Adds to the gradient, from sweep to sweep, until it is taken by a step (<see cref="Variable{T}.TakeGradient"/>).</summary>
    Add,

    /// <summary>Neither computes nor stores a gradient.</summary>
    Null,
}
