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

    internal AttachedGradient(Shape shape, GradientRequest request)
    {
        Request = request;
        Node = new(null, int.MaxValue);
        Node.Place(request == GradientRequest.Null ? [] : new T[shape.Length], 0, shape.Dense);
    }

    internal GradientRequest Request { get; }

    /// <summary>The gradient as an array of its own.</summary>
    internal Node<T> Node { get; }

    /// <summary>Whether a sweep has written since <see cref="Take"/>.</summary>
    internal bool IsFresh { get; private set; }

    /// <summary>Whether the next sweep adds to what is there: not if that has been taken.</summary>
    internal bool Accumulates => Request == GradientRequest.Add && !isTaken;

    /// <summary>Marks the gradient as used.</summary>
    internal void Take()
    {
        IsFresh = false;
        isTaken = true;
    }

    /// <summary>Lays hold of the gradient for one sweep, which has to let go of it at its end.</summary>
    /// <returns>Whether this is the first time in the sweep.</returns>
    internal bool TryClaim(Recording<T> sweeping)
    {
        if (ReferenceEquals(writer, sweeping)) { return false; }
        if (Interlocked.CompareExchange(ref writer, sweeping, null) is not null) { Throw.GradientBeingWritten(Node.Shape); }
        return true;
    }

    /// <summary>Ends the claim. What a sweep that failed has written is not a gradient to step along.</summary>
    internal void Release(bool isComplete)
    {
        IsFresh = isComplete;
        isTaken = false;
        Node.Stamp = Changes.Next();
        Volatile.Write(ref writer, null);
    }
}
