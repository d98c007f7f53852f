using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// A recorded n-dimensional array. Operations on it are recorded inside <see cref="Autograd.Record"/>, and a sweep backward yields
/// the gradient of a result by every variable that was given one (<see cref="AttachGradient"/>).
/// </summary>
/// <remarks>
/// <para>A value made outside any recording is ordinary memory. A value computed inside a recording can be read until the thread's next
/// outermost <see cref="Autograd.Record"/>, which uses its memory again; then reading it is an error, unless it has one element, which stays
/// readable for good. <see cref="Detach"/> keeps a value for longer.</para>
/// <para>Memory is read-only from outside; <see cref="Update(ReadOnlySpan{T})"/> is the one way to change it.
/// A variable made outside a recording may be read from many threads;
/// what a recording computes belongs to its thread.</para>
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public readonly partial struct Variable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int NotSingle = -1;

    private readonly Node<T>? node;
    private readonly int epoch;
    private readonly int singleRank;    // the number of axes of a recorded value of one element
    private readonly T single;          // that element: it outlives the recording

    [MethodImpl(AggressiveInlining)]
    internal Variable(Node<T> node, int epoch)
    {
        this.node = node;
        this.epoch = epoch;
        singleRank = NotSingle;
        if (node.Recording is not null && node.Layout.Length == 1)
        {
            singleRank = node.Shape.Rank;
            single = node.Single;
        }
    }

    /// <summary>The lengths along the axes.</summary>
    /// <exception cref="InvalidOperationException">The value belongs to a recording that is gone.</exception>
    public Shape Shape => IsReadableSingle ? ShapeOfSingle(singleRank) : Readable.Shape;

    /// <summary>The number of axes.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of elements.</summary>
    public int Length => Shape.ElementCount;

    /// <summary>The element of a value that has only one.</summary>
    /// <exception cref="InvalidOperationException">There are more elements, or none, or the value belongs to a recording that is gone.</exception>
    public T Value
    {
        get
        {
            if (IsReadableSingle) { return single; }
            Elements<T> elements = ReadableElements.Elements;
            if (elements.Shape.ElementCount != 1) { Throw.NotSingle(elements.Shape); }
            return elements.Memory[elements.Start];
        }
    }

    /// <summary>
    /// The gradient that sweeps leave here, of the same shape: a live array, which the next sweep overwrites. A copy of it stays:
    /// <c>Variable.Create(x.Gradient.ToArray(), x.Shape)</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">None is attached.</exception>
    public Variable<T> Gradient
    {
        get
        {
            AttachedGradient<T> attached = Attached;
            AttachedGradient<T>.IsKnownOutside = true;
            return Handle(attached.Node);
        }
    }

    /// <summary>Whether a sweep has written the gradient since it was last taken; false if none is attached.</summary>
    public bool HasFreshGradient => !IsReadableSingle && Readable.Attached is { IsFresh: true };

    /// <summary>Whether the elements stand row by row without gaps, so that <see cref="AsReadOnlySpan"/> can show them.</summary>
    public bool IsDense => IsReadableSingle || Readable.Layout.IsDense;

    /// <summary>What sweeps do with the gradient; null if none is attached.</summary>
    public GradientRequest? Request => IsReadableSingle ? null : Readable.Attached?.Request;

    internal AttachedGradient<T> Attached
    {
        get
        {
            AttachedGradient<T>? attached = IsReadableSingle ? null : Readable.Attached;
            if (attached is null || attached.Request == GradientRequest.Null) { Throw.NoGradient(Shape); }
            return attached;
        }
    }

    /// <summary>
    /// The gradient, row by row without a copy, for use in a step: it counts as used from here on. It can still be read, but is no longer
    /// fresh, and the next sweep overwrites it also where sweeps add (<see cref="GradientRequest.Add"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">None is attached.</exception>
    public ReadOnlySpan<T> TakeGradient()
    {
        AttachedGradient<T> attached = Attached;
        attached.Take();
        return attached.Node.Span;
    }

    /// <summary>The elements row by row, without a copy; not to be held beyond the thread's next outermost Record.</summary>
    /// <exception cref="InvalidOperationException">The value is a view that does not stand row by row, or belongs to a recording that is gone.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan()
    {
        if (IsReadableSingle) { return new T[] { single }; }
        Node<T> readable = ReadableElements;
        if (!readable.Layout.IsDense) { Throw.NotDense(readable.Shape); }
        return readable.Span;
    }

    /// <summary>A copy of the elements, row by row.</summary>
    public T[] ToArray()
    {
        T[] copy = new T[Length];
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies the elements, row by row.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(Span<T> destination)
    {
        if (IsReadableSingle && destination.Length > 0)
        {
            destination[0] = single;
            return;
        }
        Elements<T> elements = ReadableElements.Elements;
        int count = elements.Shape.ElementCount;
        if (destination.Length < count) { Throw.DestinationLength(nameof(CopyTo), destination.Length, count, "the value"); }
        StridedCopy.Gather(elements, 0, destination[..count]);
    }

    /// <summary>
    /// Gives the variable a gradient, into which sweeps write. Its values are kept; a gradient attached before is replaced, and a recording
    /// that has read the variable and is still open after its scope is discarded.
    /// </summary>
    /// <param name="request">Whether a sweep overwrites, adds, or leaves it alone.</param>
    /// <returns>The variable itself.</returns>
    /// <exception cref="InvalidOperationException">
    /// The value was computed inside a recording, or is attached to inside a scope whose recording has read it already.
    /// </exception>
    public Variable<T> AttachGradient(GradientRequest request = GradientRequest.Write)
    {
        Node<T> leaf = Readable;
        if (leaf.Recording is not null) { Throw.AttachToResult(leaf.Shape); }
        if (!Enum.IsDefined(request)) { Throw.UnknownRequest(request); }
        Recording<T>.Current.PrepareToAttach(leaf);
        leaf.Attached = new(leaf.Shape, request);
        leaf.IsTracked = request != GradientRequest.Null;
        return this;
    }

    /// <summary>
    /// The value without a history. One computed inside a recording is copied and so outlives it; one made outside shares its memory, so that
    /// an update is seen through both.
    /// </summary>
    public Variable<T> Detach()
    {
        if (IsReadableSingle) { return Variable.Own([single], ShapeOfSingle(singleRank)); }
        Node<T> source = Readable;
        Node<T> detached = new(null, int.MaxValue);
        if (source.Recording is null)
        {
            detached.Place(source.Elements.Memory, source.Elements.Start, source.Layout, source.Owner());
            return Handle(detached);
        }
        T[] copy = new T[source.Shape.ElementCount];
        StridedCopy.Gather(source.Elements, 0, copy);
        detached.Place(copy, 0, source.Shape.Dense);
        return Handle(detached);
    }

    /// <summary>Sweeps backward from this value, which must have one element; see <see cref="Autograd.Backward{T}(Variable{T}, bool)"/>.</summary>
    /// <param name="retainGraph">Keeps the recording open, for another sweep. Otherwise it is closed and its values are constants.</param>
    /// <exception cref="InvalidOperationException">The value is a constant, or its recording is closed or gone.</exception>
    public void Backward(bool retainGraph = false) => Autograd.Backward(this, retainGraph);

    internal static Variable<T> Handle(Node<T> unrecorded) => new(unrecorded, 0);

    /// <summary>The node, for an operation on the thread of a recording.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Node<T> NodeIn(Recording<T> recording)
    {
        Node<T>? known = node;
        return known is not null && (known.Recording is null || recording.Holds(known, epoch)) ? known : Recover(recording);
    }

    // A value whose recording has gone on without it: of one element it is a constant; of more it is lost.
    [MethodImpl(NoInlining)]
    private Node<T> Recover(Recording<T> recording)
    {
        if (node is null) { Throw.DefaultVariable(typeof(T)); }
        bool isOpenElsewhere = node.Recording!.Epoch == epoch && node.Recording.Tracks(node);
        if (isOpenElsewhere) { Throw.OtherRecording(node.Shape); }
        if (singleRank == NotSingle)
        {
            if (node.Recording.Epoch == epoch) { Throw.OtherRecording(node.Shape); }
            Throw.Recycled();
        }
        return recording.Constant(single, ShapeOfSingle(singleRank));
    }

    /// <summary>Whether the value was recorded, and its recording has gone on without it.</summary>
    internal bool IsOutdated => node?.Recording is { } recording && recording.Epoch != epoch;

    // What is carried counts once the node cannot be read: a view of something that is updated meanwhile shows the update as long as it can.
    private bool IsReadableSingle =>
        singleRank != NotSingle && node?.Recording is { } recording && (recording.Epoch != epoch || !recording.BelongsToThread);

    private Node<T> Readable
    {
        get
        {
            if (node is null) { Throw.DefaultVariable(typeof(T)); }
            if (node.Recording is { } recording)
            {
                if (recording.Epoch != epoch) { Throw.Recycled(); }
                if (!recording.BelongsToThread) { Throw.OtherRecording(node.Shape); }
            }
            return node;
        }
    }

    // Elements that leave the recording within a pull that is recorded would be missed by the next derivative.
    private Node<T> ReadableElements
    {
        get
        {
            Node<T> read = Readable;
            if (read.IsTracked && Recording<T>.Current is { PulledAndRecorded: { } pulled } recording && recording.Tracks(read))
            {
                Throw.ReadWithinRecordedPull(pulled.Operation!.Name(pulled), read.Shape);
            }
            return read;
        }
    }

    private static Shape ShapeOfSingle(int rank)
    {
        Span<int> lengths = stackalloc int[rank];
        lengths.Fill(1);
        return Shape.Of(lengths);
    }
}
