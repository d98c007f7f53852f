using System.Numerics;

namespace Autodiff.Recording;

/// <summary>One number of a traced computation, and how it came about.</summary>
internal sealed class TracedNode<T>(Tracer<T> tracer, int index, string operation, T value, int[] operands, T[] partials)
    where T : IFloatingPointIeee754<T>
{
    internal Tracer<T> Tracer { get; } = tracer;

    /// <summary>The place in the order of computation.</summary>
    internal int Index { get; } = index;

    internal string Operation { get; } = operation;

    internal T Value { get; } = value;

    /// <summary>The indices of what the operation was applied to; the same one twice in x * x.</summary>
    internal int[] Operands { get; } = operands;

    /// <summary>The derivative of the value by each operand.</summary>
    internal T[] Partials { get; } = partials;

    /// <summary>The name that was given; none for most.</summary>
    internal string? Name { get; set; }
}
