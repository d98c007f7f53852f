using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Kernels;

namespace Autodiff.Recording;

/// <summary>
/// An array: its elements, how they were computed, and, during a sweep, its adjoint. One class for all operations; those of a
/// recording are used again by the next one, each at its place.
/// </summary>
internal sealed class Node<T>(Recording<T>? recording, int position)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // After the inputs in the order of fields: those that every operation writes.
    private Inputs<T> inputs;
    private T[]? memory;
    private int start;
    private T[]? adjointMemory;
    private int adjointStart;
    private object? boxedRule;
    private RuleBytes ruleBytes;

    /// <summary>The recording that the node belongs to; null for one made outside any, which lives as long as it is referred to.</summary>
    internal Recording<T>? Recording { get; } = recording;

    /// <summary>The node's place among the nodes of its recording; behind all of them for one without.</summary>
    internal int Position { get; } = position;

    internal Layout Layout { get; private set; } = Shape.Scalar.Dense;

    internal Shape Shape => Layout.Shape;

    /// <summary>The node whose memory this one looks into, if it is a view.</summary>
    internal Node<T>? Viewed { get; private set; }

    /// <summary>Whether a sweep has to do with the node, as long as its recording is open.</summary>
    internal bool IsTracked { get; set; }

    internal Operation<T>? Operation { get; private set; }

    internal ref Inputs<T> Inputs => ref inputs;

    /// <summary>When the operation read its inputs, and, of memory that can be updated, when it last was (<see cref="Changes"/>).</summary>
    internal long Stamp { get; set; }

    /// <summary>Whether sweeps write into the node's memory.</summary>
    internal bool IsGradient { get; init; }

    /// <summary>Where sweeps leave the gradient, for a node that has one attached.</summary>
    internal AttachedGradient<T>? Attached { get; set; }

    internal Elements<T> Elements => new(memory!, start, Layout);

    /// <summary>The elements row by row; the layout must be dense.</summary>
    internal Span<T> Span
    {
        [MethodImpl(AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory!), start), Layout.Length);
    }

    /// <summary>The first element; there must be one.</summary>
    internal ref T Single
    {
        [MethodImpl(AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory!), start);
    }

    internal bool HasAdjoint { get; private set; }

    /// <summary>Whether the memory of the adjoint has been passed on to an input, and so is not to be given back.</summary>
    internal bool HasPassedAdjoint { get; private set; }

    internal Elements<T> Adjoint => new(adjointMemory!, adjointStart, Shape.Dense);

    internal Span<T> AdjointSpan
    {
        [MethodImpl(AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(adjointMemory!), adjointStart), Layout.Length);
    }

    /// <summary>Lets the node stand for some elements. What it was is forgotten.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Place(T[] memory, int start, Layout layout, Node<T>? viewed = null)
    {
        Set(ref this.memory, memory);
        this.start = start;
        if (!ReferenceEquals(Layout, layout)) { Layout = layout; }
        if (!ReferenceEquals(Viewed, viewed)) { Viewed = viewed; }
        IsTracked = false;
    }

    /// <summary>States how the elements are computed, so that a sweep can pull through it.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Track<TRule>(Operation<T> operation, TRule rule)
        where TRule : struct
    {
        if (!ReferenceEquals(Operation, operation)) { Operation = operation; }
        Stamp = Changes.Count;
        IsTracked = true;
        if (RuleBytes.Fits<TRule>()) { Unsafe.As<RuleBytes, TRule>(ref ruleBytes) = rule; }
        else if (boxedRule is StrongBox<TRule> box) { box.Value = rule; }
        else { boxedRule = new StrongBox<TRule>(rule); }
        if (Recording!.IsDetecting) { Recording.Trace(this); }
    }

    /// <summary>The rule given to <see cref="Track"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    internal TRule Rule<TRule>()
        where TRule : struct =>
        RuleBytes.Fits<TRule>() ? Unsafe.As<RuleBytes, TRule>(ref ruleBytes) : Unsafe.As<StrongBox<TRule>>(boxedRule!).Value;

    /// <summary>The node whose memory holds the elements: itself, unless it is a view.</summary>
    internal Node<T> Owner() => Viewed ?? this;

    /// <summary>Gives the node an adjoint in memory that holds anything yet.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void SetAdjoint(T[] memory, int start)
    {
        Set(ref adjointMemory, memory);
        adjointStart = start;
        HasAdjoint = true;
        HasPassedAdjoint = false;
    }

    /// <summary>Hands the finished adjoint on to a recorded input of as many elements that has none yet: that saves a copy.</summary>
    [MethodImpl(AggressiveInlining)]
    internal bool TryPassAdjoint(Node<T> input)
    {
        if (input.Recording is null || input.HasAdjoint || HasPassedAdjoint) { return false; }
        input.SetAdjoint(adjointMemory!, adjointStart);
        HasPassedAdjoint = true;
        return true;
    }

    /// <summary>Forgets everything, so that nothing stays alive for the node's sake.</summary>
    internal void LetGo()
    {
        inputs = default;
        (memory, adjointMemory, boxedRule) = (null, null, null);
        (Viewed, Operation) = (null, null);
    }

    internal void ClearAdjoint() => HasAdjoint = false;

    // A node that is used again mostly gets what it already holds: comparing first saves the garbage collector's write barrier.
    [MethodImpl(AggressiveInlining)]
    private static void Set(ref T[]? field, T[] value)
    {
        if (!ReferenceEquals(field, value)) { field = value; }
    }
}

/// <summary>Room for the parameters of a rule inside its node.</summary>
[StructLayout(LayoutKind.Sequential, Size = Capacity)]
internal struct RuleBytes
{
    private const int Capacity = 16;

    internal static bool Fits<TRule>()
        where TRule : struct =>
        !RuntimeHelpers.IsReferenceOrContainsReferences<TRule>() && Unsafe.SizeOf<TRule>() <= Capacity;
}
