using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <content>What is looked at before a sweep, so that one that would go wrong is refused before it has changed anything.</content>
internal sealed partial class Recording<T>
{
    private readonly List<Node<T>> gradientsRead = [];
    private bool[] reached = [];

    /// <summary>Refuses a sweep over inputs that were updated after they were read, or that it would overwrite itself; lays hold of what it writes.</summary>
    /// <remarks>
    /// There is nothing to look at in the commonest case: nothing was updated since the recording began, no gradient was ever handed out as an
    /// array, no other thread sweeps, and all operations are the library's own.
    /// </remarks>
    internal void Inspect(ReadOnlySpan<Node<T>> heads, bool writesAttached)
    {
        bool mayBeShared = IsDetecting || HoldsForeign || AttachedGradient<T>.IsKnownOutside || ThreadContext.AreSeveral;
        if (Changes.Count == changesAtStart && !(writesAttached && mayBeShared)) { return; }
        gradientsRead.Clear();
        if (reached.Length < count) { reached = new bool[Math.Max(count, 2 * reached.Length)]; }
        Array.Clear(reached, 0, count);
        Reach(heads, writesAttached);
        foreach (AttachedGradient<T> gradient in claimed)
        {
            if (gradientsRead.Contains(gradient.Node)) { Throw.ReadsItsOwnGradient(gradient.Node.Shape); }
        }
    }

    private void Reach(ReadOnlySpan<Node<T>> heads, bool writesAttached)
    {
        foreach (Node<T> head in heads) { Reach(head, writesAttached); }
        for (int k = count - 1; k >= opened; k--)
        {
            if (!reached[k]) { continue; }
            Node<T> node = nodes[k];
            for (int i = 0; i < node.Inputs.Count; i++)
            {
                Node<T> input = node.Inputs[i], owner = input.Owner();
                if (owner.Recording is null && node.Operation!.Reads(node, i))
                {
                    if (owner.Stamp > node.Stamp) { Throw.ChangedSinceRecorded(node.Operation.Name(node), input.Shape, i); }
                    if (owner.IsGradient) { gradientsRead.Add(owner); }
                }
                if (Tracks(input)) { Reach(input, writesAttached); }
            }
        }
    }

    private void Reach(Node<T> node, bool writesAttached)
    {
        if (node.Recording is not null) { reached[node.Position] = true; }
        else if (writesAttached && node.Attached is { } gradient && gradient.TryClaim(this, keepsCopy: IsDetecting || HoldsForeign)) { claimed.Add(gradient); }
    }
}
