using Autodiff.Diagnostics;

namespace Autodiff.Recording;

internal sealed unsafe partial class ScalarRecorder<T>
{
    /// <summary>One sweep from several heads of one recording, each with its weight, or all with 1.</summary>
    internal static void Backward(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights, bool retainGraph)
    {
        ScalarRecorder<T> recorder = OfThread;
        ScalarBlock<T> block = recorder.BlockOfHeads(heads);
        block.Sweep(heads, weights);
        if (retainGraph) { block.Tape->State = RecordingState.Retained; }
        else { ScalarTape<T>.Close(block.Tape, RecordingState.Swept); }
    }

    /// <summary>The adjoint that the last sweep left at a number's own node.</summary>
    internal static T GradientOf(Scalar<T> x)
    {
        ScalarTape<T>* tape = x.Tape;
        if (tape == null || x.Node == 0) { Throw.GradientOfConstant(); }
        if (!x.OwnsNode) { Throw.GradientWithoutNode(); }
        if (OfThread.BlockOf(tape) is null || x.Node < tape->Base) { Throw.RecordingGone(); }
        if (x.Node >= tape->SweptCount) { Throw.NotSwept(); }
        return tape->Adjoints[x.Node];
    }

    private ScalarBlock<T> BlockOfHeads(ReadOnlySpan<Scalar<T>> heads)
    {
        ScalarTape<T>* tape = null;
        foreach (ref readonly Scalar<T> head in heads)
        {
            if (head.Tape == null || head.Node == 0) { Throw.BackwardOfConstant(); }
            if (head.Tape->State != RecordingState.Closed && head.Node < head.Tape->Base) { Throw.RecordingGone(); }
            if (tape != null && head.Tape != tape) { ScalarTape<T>.ThrowMixed(); }
            tape = head.Tape;
        }
        if (tape == null) { Throw.NoHeads(); }
        ScalarBlock<T>? block = BlockOf(tape);
        if (block is null) { Throw.RecordingGone(); }
        if (tape->Step == 0) { Throw.SweptTwice(); }
        return block;
    }
}
