using Autodiff.Ops;

namespace Autodiff.Recording;

internal sealed unsafe partial class ScalarBlock<T>
{
    /// <summary>The adjoints of the first nodes.</summary>
    internal ReadOnlySpan<T> FirstAdjoints(int count) => new(Tape->Adjoints + Tape->Base + 1, count);

    /// <summary>Sweeps from one head; a constant leaves every adjoint 0.</summary>
    internal void Sweep(in Scalar<T> head)
    {
        ClearAdjoints();
        Sweep(Seed(head, T.One));
    }

    /// <summary>Sweeps once from several heads, each with its weight, or all with 1. A head that is a constant adds nothing.</summary>
    internal void Sweep(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights)
    {
        ClearAdjoints();
        int last = Tape->Base;
        for (int i = 0; i < heads.Length; i++) { last = Math.Max(last, Seed(heads[i], weights.IsEmpty ? T.One : weights[i])); }
        Sweep(last);
    }

    private void ClearAdjoints()
    {
        new Span<T>(Tape->Adjoints + Tape->Base, Tape->Count - Tape->Base).Clear();
        Tape->SweptCount = Tape->Count;
    }

    // Where the sweep starts for this head.
    private int Seed(in Scalar<T> head, T weight)
    {
        if (!head.IsActive) { return Tape->Base; }
        if (head.Tape != Tape) { ScalarTape<T>.ThrowMixed(); }
        Tape->Adjoints[head.Node] += head.Pending * weight;
        return head.Node;
    }

    private void Sweep(int last)
    {
        ScalarTape<T>* tape = Tape;
        for (int k = last; (k = SweepToTerms(tape->Nodes, tape->Adjoints, tape->Base, k)) > tape->Base; k--)
        {
            ScalarNode<T> node = tape->Nodes[k];
            if (node.B < 0) { Terms.Pull(~node.B, tape->Adjoints[k], tape->Adjoints); }
            else { tape->Adjoints[node.B] = Number<T>.Accumulate(tape->Adjoints[node.B], Number<T>.SumLanes(tape->Adjoints[k]), node.PartialA); }
        }
    }

    // A loop, not a recursion, and one without calls, which would keep its numbers in memory: it stops at a node with terms. What a node
    // passes to its predecessor, as in a chain, stays in a register. An adjoint of exactly 0 passes nothing (strong zero): whatever the
    // partials are, infinite or not, there is nothing to multiply. An argument of an older recording is a constant: it goes to the sink.
    [MethodImpl(AggressiveOptimization)]
    private static int SweepToTerms(ScalarNode<T>* nodes, T* adjoints, int first, int from)
    {
        nuint sink = (uint)first;
        T incoming = adjoints[from];
        ScalarNode<T>* node = nodes + from;
        for (nuint k = (uint)from; k > sink; node--)
        {
            adjoints[k] = incoming;
            k--;
            if (Number<T>.IsNothing(incoming))
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
                    adjoints[a] = Number<T>.Accumulate(adjoints[a], incoming, node->PartialA);
                    continue;
                }
                b = sink;
            }
            if (a == k)
            {
                adjoints[b] = Number<T>.Accumulate(adjoints[b], incoming, node->PartialB);
                incoming = Number<T>.Accumulate(adjoints[k], incoming, node->PartialA);
            }
            else if (b == k)
            {
                adjoints[a] = Number<T>.Accumulate(adjoints[a], incoming, node->PartialA);
                incoming = Number<T>.Accumulate(adjoints[k], incoming, node->PartialB);
            }
            else
            {
                adjoints[a] = Number<T>.Accumulate(adjoints[a], incoming, node->PartialA);
                adjoints[b] = Number<T>.Accumulate(adjoints[b], incoming, node->PartialB);
                incoming = adjoints[k];
            }
        }
        return first;
    }
}
