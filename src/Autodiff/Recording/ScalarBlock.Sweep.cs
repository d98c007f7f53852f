using Autodiff.Ops;

namespace Autodiff.Recording;

internal sealed unsafe partial class ScalarBlock<T>
{
    /// <summary>The adjoints of neighbouring nodes.</summary>
    internal ReadOnlySpan<T> AdjointsOf(int firstNode, int count) => new(Tape->Adjoints + firstNode, count);

    /// <summary>Sweeps the recording from its last node to its first and leaves every node's adjoint behind. A head that is a constant adds nothing.</summary>
    internal void Sweep(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights)
    {
        T* adjoints = Tape->Adjoints;
        new Span<T>(adjoints, Tape->Count).Clear();
        int last = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i].Tape != Tape)
            {
                if (heads[i].IsActive) { ScalarTape<T>.ThrowMixed(); }
                continue;
            }
            adjoints[heads[i].Node] += weights.IsEmpty ? heads[i].Pending : heads[i].Pending * weights[i];
            last = Math.Max(last, heads[i].Node);
        }
        Tape->SweptCount = Tape->Count;
        for (int k = last; (k = SweepToTerms(Tape->Nodes, adjoints, k)) > 0; k--) { Terms.Pull(~Tape->Nodes[k].B, adjoints[k], adjoints); }
    }

    // A loop, not a recursion, and one without calls, which would keep its numbers in memory: it stops at a node with terms. What a node
    // passes to its predecessor, as in a chain, stays in a register. An adjoint of exactly 0 passes nothing (strong zero): whatever the
    // partials are, infinite or not, there is nothing to multiply.
    [MethodImpl(AggressiveOptimization)]
    private static int SweepToTerms(ScalarNode<T>* nodes, T* adjoints, int from)
    {
        T incoming = adjoints[from];
        ScalarNode<T>* node = nodes + from;
        for (nuint k = (nuint)from; k > 0; node--)
        {
            nuint a = (uint)node->A & ScalarNode<T>.IndexMask, b = (uint)node->B & ScalarNode<T>.IndexMask;
            adjoints[k] = incoming;
            k--;
            if ((Precision<T>.IsPlain && incoming == T.Zero) || (!Precision<T>.IsPlain && incoming.Equals(T.Zero))) { incoming = adjoints[k]; }
            else if (a == k)
            {
                adjoints[b] = T.MultiplyAddEstimate(node->PartialB, incoming, adjoints[b]);
                incoming = T.MultiplyAddEstimate(node->PartialA, incoming, adjoints[k]);
            }
            else if (b == k)
            {
                adjoints[a] = T.MultiplyAddEstimate(node->PartialA, incoming, adjoints[a]);
                incoming = T.MultiplyAddEstimate(node->PartialB, incoming, adjoints[k]);
            }
            else
            {
                if (a == 0 && node->A == ScalarNode<T>.HasTerms) { return (int)k + 1; }
                adjoints[a] = T.MultiplyAddEstimate(node->PartialA, incoming, adjoints[a]);
                adjoints[b] = T.MultiplyAddEstimate(node->PartialB, incoming, adjoints[b]);
                incoming = adjoints[k];
            }
        }
        return 0;
    }
}
