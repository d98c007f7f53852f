using System.Numerics;

namespace Autodiff.Recording;

/// <summary>The sweep over nodes of one or two arguments, for one adjoint a node or several.</summary>
internal static unsafe class ScalarSweep<TAdjoints, TAdjoint, T>
    where TAdjoints : struct, IAdjoints<TAdjoint, T>
    where TAdjoint : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Sweeps from a node to the one behind <paramref name="until"/>, or to a node with terms, and returns where it stopped.</summary>
    /// <remarks>
    /// A loop, not a recursion, and one without calls, which would keep its numbers in memory: it stops at a node with terms. What a node passes to its
    /// predecessor, as in a chain, stays in a register. An adjoint of exactly 0 passes nothing (strong zero): whatever the partials are, infinite or not,
    /// there is nothing to multiply. An argument of an older recording is a constant: it goes to the sink.
    /// </remarks>
    [MethodImpl(AggressiveOptimization)]
    internal static int ToTerms(ScalarNode<T>* nodes, TAdjoint* adjoints, int first, int from, int until)
    {
        nuint sink = (uint)first, end = (uint)until;
        TAdjoint incoming = adjoints[from];
        ScalarNode<T>* node = nodes + from;
        for (nuint k = (uint)from; k > end; node--)
        {
            adjoints[k] = incoming;
            k--;
            if (TAdjoints.IsNothing(incoming))
            {
                incoming = adjoints[k];
                continue;
            }
            nuint a = (uint)node->A & ScalarNode<T>.IndexMask, b = (uint)node->B & ScalarNode<T>.IndexMask;
            if (a < sink)
            {
                if (node->A == ScalarNode<T>.HasTerms) { return (int)k + 1; }
                a = sink;
            }
            if (b < sink)
            {
                if (node->B == ScalarNode<T>.GoesOn)
                {
                    // The third argument; the adjoint itself goes to the node before, which has the other two.
                    adjoints[a] = TAdjoints.Add(adjoints[a], incoming, node->PartialA);
                    continue;
                }
                b = sink;
            }
            if (a == k)
            {
                adjoints[b] = TAdjoints.Add(adjoints[b], incoming, node->PartialB);
                incoming = TAdjoints.Add(adjoints[k], incoming, node->PartialA);
            }
            else if (b == k)
            {
                adjoints[a] = TAdjoints.Add(adjoints[a], incoming, node->PartialA);
                incoming = TAdjoints.Add(adjoints[k], incoming, node->PartialB);
            }
            else
            {
                adjoints[a] = TAdjoints.Add(adjoints[a], incoming, node->PartialA);
                adjoints[b] = TAdjoints.Add(adjoints[b], incoming, node->PartialB);
                incoming = adjoints[k];
            }
        }
        adjoints[end] = incoming;
        return until;
    }
}
