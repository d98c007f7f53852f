using System.Numerics;

namespace Autodiff.Recording;

/// <summary>The nodes that an operation reads: up to four in fields, more in an array.</summary>
internal struct Inputs<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int InFields = 4;

    private Node<T>? a;
    private Node<T>? b;
    private Node<T>? c;
    private Node<T>? d;
    private Node<T>[]? many;

    internal int Count { get; private set; }

    internal readonly Node<T> A => a!;

    internal readonly Node<T> B => b!;

    internal readonly Node<T> this[int index] => Count > InFields ? many![index] : index switch { 0 => a!, 1 => b!, 2 => c!, _ => d! };

    /// <summary>Appends one of so many nodes.</summary>
    internal void Add(Node<T> node, int total)
    {
        int index = Count++;
        if (total > InFields) { (many ??= new Node<T>[total])[index] = node; }
        else if (index == 0) { a = node; }
        else if (index == 1) { b = node; }
        else if (index == 2) { c = node; }
        else { d = node; }
    }

    internal readonly bool AnyTracked(Recording<T> recording)
    {
        for (int i = 0; i < Count; i++)
        {
            if (recording.Tracks(this[i])) { return true; }
        }
        return false;
    }

    // A node that is used again mostly gets what it already holds: comparing first saves the garbage collector's write barrier.
    [MethodImpl(AggressiveInlining)]
    internal void Set(Node<T> only)
    {
        if (!ReferenceEquals(a, only)) { a = only; }
        Count = 1;
    }

    [MethodImpl(AggressiveInlining)]
    internal void Set(Node<T> first, Node<T> second)
    {
        if (!ReferenceEquals(a, first)) { a = first; }
        if (!ReferenceEquals(b, second)) { b = second; }
        Count = 2;
    }

    internal void Set(in Inputs<T> other) => this = other;
}
