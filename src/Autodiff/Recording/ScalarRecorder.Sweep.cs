using Autodiff.Diagnostics;

namespace Autodiff.Recording;

internal sealed unsafe partial class ScalarRecorder<T>
{
    /// <summary>One sweep from several heads of one recording, each with its weight, or all with 1.</summary>
    internal static void Backward(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights, bool retainGraph)
    {
        ScalarRecorder<T> recorder = OfThread;
        ScalarBlock<T> block = recorder.BlockOfHeads(heads);
        if (!retainGraph && Array.IndexOf(recorder.scopes, block) < 0) { Throw.SweptInDriver(); }
        block.Sweep(heads, weights);
        if (!retainGraph) { ScalarTape<T>.Close(block.Tape); }
    }

    /// <summary>The adjoint that the last sweep left at a number's own node.</summary>
    internal static T GradientOf(Scalar<T> x)
    {
        RequireNode(x);
        ScalarTape<T>* tape = x.Tape;
        if (OfThread.BlockOf(tape) is null || x.Node < tape->Base) { Throw.RecordingGone(); }
        if (x.Node >= tape->SweptCount) { Throw.NotSwept(); }
        return tape->Adjoints[x.Node];
    }

    /// <summary>Refuses a number that no sweep would leave a gradient for.</summary>
    internal static void RequireNode(Scalar<T> x)
    {
        if (x.Tape == null || x.Node == 0) { Throw.GradientOfConstant(); }
        if (!x.OwnsNode) { Throw.GradientWithoutNode(); }
    }

    private ScalarBlock<T> BlockOfHeads(ReadOnlySpan<Scalar<T>> heads)
    {
        ScalarTape<T>* tape = null;
        foreach (ref readonly Scalar<T> head in heads)
        {
            if (head.Tape == null || head.Node == 0) { Throw.BackwardOfConstant(); }
            if (head.Node <= head.Tape->Base) { Throw.RecordingGone(); }
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
