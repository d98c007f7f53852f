using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>Collects the arguments and partials of one node with many arguments, then records it.</summary>
internal unsafe ref struct TermWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int most;
    private Span<T> partials;
    private Span<int> arguments;
    private ScalarTape<T>* tape;
    private TermList<T>? terms;
    private int first;
    private int count;
    private bool neighbours = true;

    /// <param name="most">At most so many arguments will come.</param>
    internal TermWriter(int most) => this.most = most;

    /// <summary>An argument and the partial derivative by it. A constant is not kept.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Add(Scalar<T> x, T partial)
    {
        if ((tape == null || x.Tape != tape) && !Adopt(x)) { return; }
        int node = x.Node;
        if (node <= first) { return; }      // of an older recording on the same tape
        neighbours &= count == 0 || arguments[count - 1] == node - 1;
        partials[count] = partial * x.Pending;
        arguments[count] = node;
        count++;
    }

    /// <summary>
    /// Arguments with their partials. As long as they are neighbours with nodes of their own, as the elements of a vector of independent
    /// variables are, the partials are copied as they stand.
    /// </summary>
    internal void Add(ReadOnlySpan<Scalar<T>> x, ReadOnlySpan<T> by)
    {
        int run = 0;
        if (count == 0 && !x.IsEmpty && x[0].OwnsNode && Adopt(x[0]))
        {
            run = LengthOfRun(x, tape);
            by[..run].CopyTo(partials);
            if (run < most) { Number(arguments[..run], x[0].Node); }
            else { arguments[0] = x[0].Node; }      // all of them: the list needs no more than the first
            count = run;
        }
        for (int i = run; i < x.Length; i++) { Add(x[i], by[i]); }
    }

    // How many numbers at the start are nodes that follow each other.
    private static int LengthOfRun(ReadOnlySpan<Scalar<T>> x, ScalarTape<T>* tape)
    {
        int first = x[0].Node;
        for (int i = 1; i < x.Length; i++)
        {
            if (!x[i].IsNode(tape, first + i)) { return i; }
        }
        return x.Length;
    }

    private static void Number(Span<int> arguments, int first)
    {
        for (int i = 0; i < arguments.Length; i++) { arguments[i] = first + i; }
    }

    /// <summary>The number with the value given and the arguments collected; a constant if there were none.</summary>
    internal readonly Scalar<T> Record(T value)
    {
        if (count == 0) { return value; }
        int node = tape->Count;
        if (node >= tape->End) { ScalarTape<T>.ThrowFull(); }
        ScalarNode<T>* recorded = tape->Nodes + node;
        recorded->A = ScalarNode<T>.HasTerms;
        recorded->B = ~terms!.Add(count, neighbours);
        tape->Count = node + 1;
        return new(value, T.One, node, tape);
    }

    // The first active argument says where to record; constants, also those of closed recordings, say nothing.
    [MethodImpl(NoInlining)]
    private bool Adopt(Scalar<T> x)
    {
        if (!x.IsActive) { return false; }
        if (tape != null) { ScalarTape<T>.ThrowMixed(); }
        ScalarBlock<T>? block = ScalarRecorder<T>.OfThread.BlockOf(x.Tape);
        if (block is null) { Throw.RecordingGone(); }
        tape = x.Tape;
        first = tape->Base;
        terms = block.Terms;
        terms.Room(most, out partials, out arguments);
        return true;
    }
}
