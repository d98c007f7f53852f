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
        Sweep(Tape->Nodes, adjoints, last);
    }

    // A loop, not a recursion. What a node passes to its predecessor, as in a chain, stays in a register. An adjoint of exactly 0
    // passes nothing (strong zero): whatever the partials are, infinite or not, there is nothing to multiply.
    [MethodImpl(AggressiveOptimization)]
    private void Sweep(ScalarNode<T>* nodes, T* adjoints, int last)
    {
        T carried = T.Zero;
        for (int k = last; k > 0; k--)
        {
            ScalarNode<T>* node = nodes + k;
            int a = node->A & ScalarNode<T>.IndexMask, b = node->B & ScalarNode<T>.IndexMask;
            T incoming = adjoints[k] + carried;
            adjoints[k] = incoming;
            carried = T.Zero;
            if (Number<T>.IsNothing(incoming)) { continue; }
            if (a == 0 && node->A == ScalarNode<T>.HasTerms) { Terms.Pull(b, incoming, adjoints); continue; }
            T toA = node->PartialA * incoming, toB = node->PartialB * incoming;
            if (a == k - 1) { carried = toA; adjoints[b] += toB; }
            else if (b == k - 1) { carried = toB; adjoints[a] += toA; }
            else { adjoints[a] += toA; adjoints[b] += toB; }
        }
    }
}
