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
        block.Sweep(heads, weights, block.Tape->Base);
        if (!retainGraph) { ScalarTape<T>.Close(block.Tape); }
    }

    /// <summary>One sweep from several heads back to a position; the recording stays open.</summary>
    internal static void Backward(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> weights, TapePosition<T> until)
    {
        ScalarBlock<T> block = OfThread.BlockOfHeads(heads);
        RequireReached(block, until);
        block.Sweep(heads, weights, until.Count - 1);
    }

    /// <summary>Where the recording stands that the thread's scopes have open.</summary>
    internal static TapePosition<T> Position()
    {
        ScalarRecorder<T> recorder = OfThread;
        if (!recorder.Context.IsRecording) { Throw.NotRecording(); }
        ScalarBlock<T> block = recorder.OfLevel(recorder.Context.Level);
        return new(block.Tape, block.Tape->Count, block.Terms.End);
    }

    /// <summary>Forgets what has been recorded since.</summary>
    internal static void Rewind(TapePosition<T> position)
    {
        ScalarBlock<T>? block = position.Tape == null ? null : OfThread.BlockOf(position.Tape);
        if (block is null) { Throw.RecordingGone(); }
        RequireReached(block, position);
        block.Tape->Count = position.Count;
        block.Tape->SweptCount = Math.Min(block.Tape->SweptCount, position.Count);
        block.Terms.Rewind(position.Terms);
    }

    private static void RequireReached(ScalarBlock<T> block, TapePosition<T> position)
    {
        if (position.Tape != block.Tape || position.Count <= block.Tape->Base) { Throw.PositionOfAnotherRecording(); }
        if (block.Tape->Step == 0) { Throw.SweptTwice(); }
        if (position.Count > block.Tape->Count) { Throw.PositionRewound(); }
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
            if (head.Tape->Step != 0 && head.Node >= head.Tape->Count) { Throw.NumberRewound(); }
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
