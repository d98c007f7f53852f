using Autodiff.Kernels;

namespace Autodiff.Recording;

/// <content>The sweep backward: a loop over the nodes, one virtual call each.</content>
internal sealed partial class Recording<T>
{
    private readonly Workspace<T> workspace = new();
    private readonly List<AttachedGradient<T>> claimed = [];
    private WantedGradients<T>? wanted;
    private int scratch = int.MaxValue;     // from here on nodes live for the length of a pull

    /// <summary>Whether a sweep is running: what it computes lives until the pull that computed it is over.</summary>
    internal bool IsSweeping { get; private set; }

    /// <summary>The place of the first node of the recording that is open.</summary>
    internal int Opened => opened;

    internal Node<T> this[int position] => nodes[position];

    /// <summary>Sweeps from heads to the attached gradients, or, where some are wanted, to those only.</summary>
    internal void Sweep(ReadOnlySpan<Node<T>> heads, ReadOnlySpan<Node<T>?> weights, WantedGradients<T>? wanted, bool retain)
    {
        if (IsSweeping || !retain) { RequireNoSweep(); }
        bool wasRecording = context.IsRecording;
        (int end, int last) = (count, opened - 1);
        context.IsRecording = false;
        IsSweeping = true;
        this.wanted = wanted;
        scratch = end;
        bool isComplete = false;
        try
        {
            Inspect(heads, writesAttached: wanted is null);
            for (int i = 0; i < heads.Length; i++)
            {
                Seed(heads[i], weights.IsEmpty ? null : weights[i]);
                if (heads[i].Recording is not null) { last = Math.Max(last, heads[i].Position); }
            }
            Pull(last, end);
            isComplete = true;
        }
        finally
        {
            for (int k = opened; k < count && !isComplete; k++) { Forget(nodes[k]); }
            foreach (AttachedGradient<T> gradient in claimed) { gradient.Release(isComplete); }
            claimed.Clear();
            count = end;
            this.wanted = null;
            scratch = int.MaxValue;
            IsSweeping = false;
            context.IsRecording = wasRecording;
        }
        if (!retain) { Close(); }
    }

    /// <summary>Whether the adjoint of an input is of use.</summary>
    [MethodImpl(AggressiveInlining)]
    internal bool Wants(Node<T> input) =>
        Tracks(input) && (input.Recording is not null || (wanted is null ? input.Attached is not null : wanted.Contains(input)));

    /// <summary>Where to write, or to add, what is pulled back to an input; it must be wanted.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Span<T> AdjointOf(Node<T> input, out bool accumulate)
    {
        if (input.Recording is null) { return GradientOf(input, out accumulate); }
        accumulate = input.HasAdjoint;
        if (!accumulate) { input.SetAdjoint(workspace.Rent(input.Shape.ElementCount, out int start), start); }
        return input.AdjointSpan;
    }

    /// <summary>The same with its memory, for kernels that do not go row by row.</summary>
    internal Elements<T> AdjointElementsOf(Node<T> input, out bool accumulate)
    {
        if (input.Recording is null)
        {
            GradientOf(input, out accumulate);
            return wanted is null ? input.Attached!.Node.Elements : wanted[input].Elements;
        }
        AdjointOf(input, out accumulate);
        return input.Adjoint;
    }

    /// <summary>Lends memory for the length of a pull.</summary>
    internal T[] Rent(int length, out int start) => workspace.Rent(length, out start);

    internal void Return(T[] memory, int start, int length) => workspace.Return(memory, start, length);

    /// <summary>Whether a node was computed by the pull that is running, so that its memory can be passed on.</summary>
    internal bool IsScratch(Node<T> node) => node.Position >= scratch && ReferenceEquals(node.Recording, this);

    /// <summary>An array for the length of a pull that stands for the adjoint of a node.</summary>
    internal Node<T> AdjointAsNode(Node<T> node)
    {
        Node<T> view = Next();
        view.Place(node.Adjoint.Memory, node.Adjoint.Start, node.Shape.Dense);
        return view;
    }

    [MethodImpl(AggressiveOptimization)]
    private void Pull(int last, int end)
    {
        Node<T>[] all = nodes;
        bool detects = IsDetecting;
        WantedGradients<T>? asked = wanted is { HasRecorded: true } ? wanted : null;
        for (int k = last; k >= opened; k--)
        {
            Node<T> node = all[k];
            if (!node.HasAdjoint) { continue; }
            asked?.Take(node);
            if (detects) { PullWatched(node); }
            else { node.Operation!.Pull(node, this); }
            if (count != end)
            {
                ReleaseScratch(end);
                all = nodes;
            }
            Forget(node);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private void Forget(Node<T> node)
    {
        if (!node.HasAdjoint) { return; }
        node.ClearAdjoint();
        if (!node.HasPassedAdjoint) { workspace.Return(node.Adjoint.Memory, node.Adjoint.Start, node.Shape.ElementCount); }
    }

    private void Seed(Node<T> head, Node<T>? weight)
    {
        if (!Wants(head)) { return; }
        Span<T> adjoint = AdjointOf(head, out bool accumulate);
        if (weight is not null) { StridedCopy.Copy(weight.Elements, AdjointElementsOf(head, out _), accumulate); }
        else if (accumulate) { adjoint[0] += T.One; }
        else { adjoint.Fill(T.One); }
    }

    private Span<T> GradientOf(Node<T> variable, out bool accumulate)
    {
        if (wanted is not null) { return wanted.ToWrite(variable, out accumulate); }
        AttachedGradient<T> gradient = variable.Attached!;
        if (gradient.TryClaim(this)) { claimed.Add(gradient); }
        return gradient.ToWrite(out accumulate);
    }

    private Node<T> Scratch(Shape shape)
    {
        Node<T> node = Next();
        node.Place(workspace.Rent(shape.ElementCount, out int start), start, shape.Dense);
        node.SetAdjoint(node.Elements.Memory, start);
        return node;
    }

    // The memory of scratch stands as its adjoint, too: so it is given back, or has been passed on, the same way.
    private void ReleaseScratch(int end)
    {
        for (int k = end; k < count; k++) { Forget(nodes[k]); }
        count = end;
    }
}
