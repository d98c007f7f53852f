using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Recording;

/// <summary>
/// What a thread has recorded of arrays of one type: nodes in the order in which they were computed, and their memory. Rewound by
/// the next recording, never freed.
/// </summary>
/// <remarks>
/// <para>The nodes from <see cref="opened"/> on are those of the recording that is open; the ones before are closed and so constants, but can be
/// read until the memory is rewound. An epoch is the time between two rewinds, and handles know theirs.</para>
/// <para>What is computed while the thread does not record is ordinary memory of its own node. What a sweep computes on the way stands in
/// nodes behind the recorded ones, for as long as one pull takes.</para>
/// </remarks>
internal sealed partial class Recording<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // After one recording this many times shorter, the nodes behind it let go of what they refer to.
    private const int FewerTimes = 4;

    private readonly ThreadContext context;
    private readonly Arena<T> arena = new();
    private Node<T>[] nodes = [];
    private int count;
    private int opened;
    private int kept;       // the nodes from here on hold on to nothing
    private long changesAtStart;

    internal Recording(ThreadContext context) => this.context = context;

    /// <summary>The one that operations on this thread record on.</summary>
    internal static Recording<T> Current
    {
        [MethodImpl(AggressiveInlining)]
        get => ThreadContext.Current.ArrayRecording<T>();
    }

    internal int Epoch { get; private set; } = 1;

    /// <summary>Whether an operation on a tracked array is to be recorded now.</summary>
    internal bool IsRecording => context.IsRecording;

    internal bool BelongsToThread => ReferenceEquals(context, ThreadContext.Current);

    /// <summary>Whether an array depends on something that a sweep of the open recording would write a gradient for.</summary>
    [MethodImpl(AggressiveInlining)]
    internal bool Tracks(Node<T> node) => node.IsTracked && node.Position >= opened;

    /// <summary>A node for the result of an operation, with dense memory that holds anything yet.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Node<T> Result(Shape shape)
    {
        if (!context.IsRecording) { return UnrecordedResult(shape); }
        Node<T> node = Next();
        node.Place(arena.Allocate(shape.ElementCount, out int start), start, shape.Dense);
        return node;
    }

    /// <summary>A node that looks into the memory of another. That of a recorded value is one of the recording, too, so that it ends with it.</summary>
    internal Node<T> View(Node<T> viewed, Layout layout, int start)
    {
        Node<T> node = context.IsRecording || IsSweeping || viewed.Recording is not null ? Next() : new(null, int.MaxValue);
        node.Place(viewed.Elements.Memory, start, layout, viewed.Owner());
        return node;
    }

    /// <summary>A node that holds one number.</summary>
    internal Node<T> Constant(T value, Shape shape)
    {
        Node<T> node = Result(shape);
        node.Span[0] = value;
        return node;
    }

    /// <summary>The handle of a result.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Variable<T> Handle(Node<T> node) => new(node, Epoch);

    /// <summary>Whether a handle of this recording's node is still that node.</summary>
    [MethodImpl(AggressiveInlining)]
    internal bool Holds(Node<T> node, int epoch) => ReferenceEquals(node.Recording, this) && epoch == Epoch;

    /// <summary>The node of a head, which must be open to a sweep and have one element, or the shape of its weight.</summary>
    internal Node<T> RequireHead(in Variable<T> head, Shape? weight)
    {
        if (head.IsOutdated) { Throw.HeadGone(); }
        Node<T> node = head.NodeIn(this);
        if (!Tracks(node))
        {
            if (node.IsTracked) { Throw.SweptTwice(); }
            Throw.BackwardOfConstantArray(node.Shape);
        }
        if (weight is null && node.Shape.ElementCount != 1) { Throw.HeadNotSingle(node.Shape); }
        if (weight is not null && !weight.Equals(node.Shape)) { Throw.HeadGradientShape(node.Shape, weight); }
        return node;
    }

    /// <summary>Sees to it that no sweep gives a variable that gets a gradient now a part of it: what was recorded before took it for a constant.</summary>
    internal void PrepareToAttach(Node<T> variable)
    {
        if (!HasRead(variable)) { return; }
        if (context.RecordDepth > 0) { Throw.AttachAfterUse(variable.Shape); }
        Close();
    }

    // Whether the open recording has read a variable for something that is tracked.
    private bool HasRead(Node<T> variable)
    {
        for (int k = opened; k < count; k++)
        {
            Node<T> node = nodes[k];
            for (int i = 0; i < node.Inputs.Count && node.IsTracked; i++)
            {
                if (ReferenceEquals(node.Inputs[i], variable)) { return true; }
            }
        }
        return false;
    }

    /// <summary>The node of a variable by which a gradient is asked for.</summary>
    internal Node<T> RequireVariable(in Variable<T> variable)
    {
        Node<T> node = variable.NodeIn(this);
        if (!Tracks(node)) { Throw.GradientByConstant(node.Shape); }
        return node;
    }

    /// <summary>Makes what is recorded constant; it can be read on.</summary>
    internal void Close()
    {
        RequireNoSweep();
        opened = count;
        HoldsForeign = false;
    }

    /// <summary>Takes back all memory: what handles of this epoch name is gone.</summary>
    internal void Rewind()
    {
        changesAtStart = Changes.Count;
        if (count == 0) { return; }
        Epoch++;
        kept = Math.Max(kept, count);
        if (kept > count * FewerTimes) { LetGo(); }
        count = 0;
        opened = 0;
        traces.Clear();
        arena.Rewind();
    }

    /// <summary>Switches recording on or off for the thread.</summary>
    /// <returns>What it was.</returns>
    internal bool SetRecording(bool recording)
    {
        bool was = context.IsRecording;
        context.IsRecording = recording;
        return was;
    }

    private void LetGo()
    {
        for (int position = count; position < kept; position++) { nodes[position].LetGo(); }
        kept = count;
    }

    [MethodImpl(AggressiveInlining)]
    private Node<T> Next()
    {
        int position = count;
        Node<T>[] all = nodes;
        if ((uint)position >= (uint)all.Length) { all = Grow(); }
        count = position + 1;
        return all[position];
    }

    // Nodes are made in numbers, so that the neighbours of a recording are neighbours in memory.
    [MethodImpl(NoInlining)]
    private Node<T>[] Grow()
    {
        int before = nodes.Length;
        if (before == Array.MaxLength) { Throw.RecordingFull(before); }
        Node<T>[] all = new Node<T>[(int)Math.Min(Math.Max(256L, 2L * before), Array.MaxLength)];
        nodes.CopyTo(all, 0);
        for (int position = before; position < all.Length; position++) { all[position] = new(this, position); }
        return nodes = all;
    }

    private Node<T> UnrecordedResult(Shape shape)
    {
        if (IsSweeping) { return Scratch(shape); }
        Node<T> node = new(null, int.MaxValue);
        node.Place(GC.AllocateUninitializedArray<T>(shape.ElementCount), 0, shape.Dense);
        return node;
    }
}
