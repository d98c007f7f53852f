using System.Buffers;
using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>Where sweeps leave the gradient of a variable that was given one.</summary>
internal sealed class AttachedGradient<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // The recording whose sweep is writing, between its first write and its end.
    private Recording<T>? writer;
    private bool isTaken;
    private T[]? before;

    internal AttachedGradient(Shape shape, GradientRequest request)
    {
        Request = request;
        Node = new(null, int.MaxValue) { IsGradient = true };
        Node.Place(request == GradientRequest.Null ? [] : new T[shape.ElementCount], 0, shape.Dense);
    }

    /// <summary>Whether user code has ever got a gradient as an array, so that a recording may read it.</summary>
    internal static bool IsKnownOutside { get; set; }

    internal GradientRequest Request { get; }

    /// <summary>The gradient as an array of its own.</summary>
    internal Node<T> Node { get; }

    /// <summary>Whether the sweep that has the claim has written.</summary>
    internal bool IsWritten { get; private set; }

    /// <summary>Whether a sweep has written since <see cref="Take"/>.</summary>
    internal bool IsFresh { get; private set; }

    /// <summary>Marks the gradient as used.</summary>
    internal void Take()
    {
        IsFresh = false;
        isTaken = true;
    }

    /// <summary>Lays hold of the gradient for one sweep, which has to let go of it at its end.</summary>
    /// <param name="sweeping">Whose sweep it is.</param>
    /// <param name="keepsCopy">Whether to keep what is there, for the case that the sweep fails.</param>
    /// <returns>Whether this is the first time in the sweep.</returns>
    internal bool TryClaim(Recording<T> sweeping, bool keepsCopy = false)
    {
        if (ReferenceEquals(writer, sweeping)) { return false; }
        if (Interlocked.CompareExchange(ref writer, sweeping, null) is not null) { Throw.GradientBeingWritten(Node.Shape); }
        IsWritten = false;
        if (keepsCopy)
        {
            before = ArrayPool<T>.Shared.Rent(Node.Shape.ElementCount);
            Node.Span.CopyTo(before);
        }
        return true;
    }

    /// <summary>Where the sweep that has the claim writes or, after the first time, adds.</summary>
    internal Span<T> ToWrite(out bool accumulate)
    {
        accumulate = IsWritten || (Request == GradientRequest.Add && !isTaken);
        IsWritten = true;
        return Node.Span;
    }

    /// <summary>Ends the claim. After a sweep that failed the gradient is what it was, or, where nothing was kept, not one to step along.</summary>
    internal void Release(bool isComplete)
    {
        if (IsWritten && isComplete)
        {
            IsFresh = true;
            isTaken = false;
            Node.Stamp = Changes.Next();
        }
        else if (IsWritten && before is not null) { before.AsSpan(0, Node.Shape.ElementCount).CopyTo(Node.Span); }
        else if (IsWritten) { IsFresh = false; }
        IsWritten = false;
        if (before is not null) { ArrayPool<T>.Shared.Return(before); }
        before = null;
        Volatile.Write(ref writer, null);
    }
}
