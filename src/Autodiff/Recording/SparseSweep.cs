using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Recording;

/// <summary>
/// Sweeps from one result after another, each through the nodes it depends on and no others: what a row costs does not depend on how much else was
/// recorded.
/// </summary>
internal sealed unsafe class SparseSweep<T>(ScalarBlock<T> block, int inputs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int sink = block.Tape->Base;

    // The nodes reached and not yet left, the latest first: all that depends on a node has been visited when its turn comes.
    private readonly PriorityQueue<int, int> waiting = new();

    // Numbered from the sink on: the adjoint of a node, and whether it waits.
    private readonly T[] adjoints = new T[block.Tape->Count - block.Tape->Base];
    private readonly bool[] isWaiting = new bool[block.Tape->Count - block.Tape->Base];

    private readonly List<int> columns = [];
    private readonly List<T> values = [];

    internal int EntryCount => columns.Count;

    internal int[] Columns => [.. columns];

    internal T[] Values => [.. values];

    /// <summary>Adds the row of a result: its derivatives by the inputs that it depends on, in their order.</summary>
    internal void AddRow(in Scalar<T> head)
    {
        int first = columns.Count;
        if (block.IsOfThis(head)) { Reach(head.Node, T.One, head.Pending); }
        while (waiting.TryDequeue(out int place, out _))
        {
            T adjoint = adjoints[place];
            adjoints[place] = T.Zero;
            isWaiting[place] = false;
            if (place > inputs) { Pull(sink + place, adjoint); }
            else
            {
                columns.Add(place - 1);
                values.Add(adjoint);
            }
        }
        columns.Reverse(first, columns.Count - first);
        values.Reverse(first, values.Count - first);
    }

    private void Pull(int node, T adjoint)
    {
        ScalarNode<T> from = block.Tape->Nodes[node];
        if (from.A != ScalarNode<T>.HasTerms)
        {
            Reach(from.A & ScalarNode<T>.IndexMask, adjoint, from.PartialA);
            if (from.B == ScalarNode<T>.GoesOn) { Reach(node - 1, adjoint, T.One); }
            else { Reach(from.B & ScalarNode<T>.IndexMask, adjoint, from.PartialB); }
            return;
        }
        if (from.B >= 0)
        {
            Reach(from.B, Number<T>.SumLanes(adjoint), from.PartialA);
            return;
        }
        ReadOnlySpan<T> by = block.Terms.Partials(~from.B, out ReadOnlySpan<int> arguments);
        for (int i = 0; i < by.Length; i++) { Reach(arguments.Length == by.Length ? arguments[i] : arguments[0] + i, adjoint, by[i]); }
    }

    // An adjoint of exactly 0 reaches its arguments, which makes them entries, and adds nothing to them, whatever the partial is. An argument of an older
    // recording is a constant.
    private void Reach(int node, T incoming, T partial)
    {
        int place = node - sink;
        if (place <= 0) { return; }
        if (!OneAdjoint<T>.IsNothing(incoming)) { adjoints[place] = OneAdjoint<T>.Add(adjoints[place], incoming, partial); }
        if (isWaiting[place]) { return; }
        isWaiting[place] = true;
        waiting.Enqueue(place, -place);
    }
}
