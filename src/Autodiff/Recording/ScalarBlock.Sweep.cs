using System.Runtime.Intrinsics;
using Autodiff.Ops;

namespace Autodiff.Recording;

internal sealed unsafe partial class ScalarBlock<T>
{
    // Beyond so many nodes eight adjoints for each of them leave the cache, and one after the other is faster.
    private const int MostNodesOfEight = 1 << 17;

    private Vector512<double>[] eight = [];

    /// <summary>The adjoints of the first nodes.</summary>
    internal ReadOnlySpan<T> FirstAdjoints(int count) => new(Tape->Adjoints + Tape->Base + 1, count);

    /// <summary>Whether eight results can be swept from at once.</summary>
    internal bool SweepsEight => typeof(T) == typeof(double) && Tape->Count - Tape->Base <= MostNodesOfEight;

    /// <summary>Sweeps from one head; a constant leaves every adjoint 0.</summary>
    internal void Sweep(in Scalar<T> head)
    {
        ClearAdjoints();
        Sweep(Seed(head, T.One), Tape->Base);
    }

    /// <summary>
    /// Sweeps once from several heads, each with its weight, or all with 1, to the nodes behind <paramref name="until"/>. A head that is a constant adds
    /// nothing.
    /// </summary>
    internal void Sweep(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights, int until)
    {
        ClearAdjoints();
        int last = Tape->Base;
        for (int i = 0; i < heads.Length; i++) { last = Math.Max(last, Seed(heads[i], weights.IsEmpty ? T.One : weights[i])); }
        Sweep(last, until);
    }

    /// <summary>Sweeps once from at most eight heads and returns the adjoints by all of them of the first nodes.</summary>
    internal ReadOnlySpan<Vector512<double>> SweepEight(ReadOnlySpan<Scalar<T>> heads, int count)
    {
        int nodes = Tape->Count - Tape->Base, last = Tape->Base;
        if (eight.Length < nodes) { eight = new Vector512<double>[nodes]; }
        eight.AsSpan(0, nodes).Clear();
        fixed (Vector512<double>* memory = eight)
        {
            Vector512<double>* adjoints = memory - Tape->Base;
            for (int i = 0; i < heads.Length; i++)
            {
                if (!IsOfThis(heads[i])) { continue; }
                int node = heads[i].Node;
                adjoints[node] = adjoints[node].WithElement(i, adjoints[node][i] + double.CreateTruncating(heads[i].Pending));
                last = Math.Max(last, node);
            }
            ScalarTape<double>* tape = (ScalarTape<double>*)Tape;
            TermList<double> terms = (TermList<double>)(object)Terms;
            int sink = tape->Base;
            for (int k = last; (k = ScalarSweep<EightAdjoints, Vector512<double>, double>.ToTerms(tape->Nodes, adjoints, sink, k, sink)) > sink; k--)
            {
                terms.Pull<EightAdjoints, Vector512<double>>(~tape->Nodes[k].B, adjoints[k], adjoints);
            }
        }
        return eight.AsSpan(1, count);
    }

    private void ClearAdjoints()
    {
        new Span<T>(Tape->Adjoints + Tape->Base, Tape->Count - Tape->Base).Clear();
        Tape->SweptCount = Tape->Count;
    }

    // Where the sweep starts for this head.
    private int Seed(in Scalar<T> head, T weight)
    {
        if (!IsOfThis(head)) { return Tape->Base; }
        Tape->Adjoints[head.Node] += head.Pending * weight;
        return head.Node;
    }

    /// <summary>Whether a head was recorded here; a constant was not.</summary>
    internal bool IsOfThis(in Scalar<T> head)
    {
        if (!head.IsActive) { return false; }
        if (head.Tape != Tape) { ScalarTape<T>.ThrowMixed(); }
        return true;
    }

    // A head before the end of the sweep has its weight as adjoint, and nothing to pass on.
    private void Sweep(int last, int until)
    {
        if (last <= until) { return; }
        ScalarTape<T>* tape = Tape;
        for (int k = last; (k = ScalarSweep<OneAdjoint<T>, T, T>.ToTerms(tape->Nodes, tape->Adjoints, tape->Base, k, until)) > until; k--)
        {
            ScalarNode<T> node = tape->Nodes[k];
            if (node.B < 0) { Terms.Pull<OneAdjoint<T>, T>(~node.B, tape->Adjoints[k], tape->Adjoints); }
            else { tape->Adjoints[node.B] = OneAdjoint<T>.Add(tape->Adjoints[node.B], Number<T>.SumLanes(tape->Adjoints[k]), node.PartialA); }
        }
    }
}
