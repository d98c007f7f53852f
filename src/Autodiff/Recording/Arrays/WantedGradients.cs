using System.Numerics;

namespace Autodiff.Recording;

/// <summary>The gradients that one sweep is asked for, in arrays of their own; attached ones are left alone.</summary>
internal sealed class WantedGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<Node<T>, Gradient> gradients = new(ReferenceEqualityComparer.Instance);

    internal WantedGradients(ReadOnlySpan<Node<T>> variables)
    {
        foreach (Node<T> variable in variables)
        {
            if (gradients.ContainsKey(variable)) { continue; }
            Node<T> node = new(null, int.MaxValue);
            node.Place(new T[variable.Shape.ElementCount], 0, variable.Shape.Dense);
            gradients.Add(variable, new(node));
            HasRecorded |= variable.Recording is not null;
        }
    }

    /// <summary>Whether the adjoints of recorded nodes are asked for.</summary>
    internal bool HasRecorded { get; }

    internal Node<T> this[Node<T> variable] => gradients[variable].Node;

    internal bool Contains(Node<T> variable) => gradients.ContainsKey(variable);

    /// <summary>Where to write or add the gradient by a variable.</summary>
    internal Span<T> ToWrite(Node<T> variable, out bool accumulate)
    {
        Gradient gradient = gradients[variable];
        accumulate = gradient.IsWritten;
        gradient.IsWritten = true;
        return gradient.Node.Span;
    }

    /// <summary>What has been written of the gradient by a variable.</summary>
    internal ReadOnlySpan<T> Written(Node<T> variable) => gradients[variable] is { IsWritten: true } gradient ? gradient.Node.Span : default;

    /// <summary>Keeps the adjoint of a recorded node, if it is asked for.</summary>
    internal void Take(Node<T> node)
    {
        if (gradients.TryGetValue(node, out Gradient? gradient)) { node.AdjointSpan.CopyTo(gradient.Node.Span); }
    }

    private sealed class Gradient(Node<T> node)
    {
        internal Node<T> Node { get; } = node;

        internal bool IsWritten { get; set; }
    }
}
