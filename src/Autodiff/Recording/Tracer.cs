using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Recording;

/// <summary>What one run of a function computed, in the order in which it did: the inputs, then constants and results of operations.</summary>
/// <remarks>A list that only grows, so operands stand before what is computed from them. It belongs to one thread, like any list.</remarks>
internal sealed class Tracer<T>
    where T : IFloatingPointIeee754<T>
{
    internal const string Input = "Input";

    internal const string Constant = "Constant";

    private readonly List<TracedNode<T>> nodes = [];

    internal ReadOnlySpan<TracedNode<T>> Nodes => CollectionsMarshal.AsSpan(nodes);

    internal TracedNode<T> AddInput(string name, T value)
    {
        TracedNode<T> node = Add(Input, value, [], []);
        node.Name = name;
        return node;
    }

    internal TracedNode<T> AddConstant(T value) => Add(Constant, value, [], []);

    internal TracedNode<T> Add(string operation, T value, int[] operands, T[] partials)
    {
        TracedNode<T> node = new(this, nodes.Count, operation, value, operands, partials);
        nodes.Add(node);
        return node;
    }
}
