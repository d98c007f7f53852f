using System.Buffers;
using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

/// <content>The one way to change values, which bumps their version: a recording that has read them knows, and refuses to go wrong.</content>
public readonly partial struct Variable<T>
{
    /// <summary>Replaces the values.</summary>
    /// <param name="values">As many values, row by row.</param>
    /// <exception cref="ArgumentException">There are not as many values.</exception>
    /// <exception cref="InvalidOperationException">
    /// The value was computed inside a recording, is a view that does not stand row by row, or is tracked by the recording that goes on.
    /// </exception>
    public void Update(ReadOnlySpan<T> values)
    {
        Node<T> updated = RequireUpdatable();
        if (values.Length != updated.Shape.ElementCount) { Throw.ElementCount(nameof(Update), values.Length, updated.Shape); }
        values.CopyTo(updated.Span);
        updated.Owner().Stamp = Changes.Next();
    }

    /// <summary>Changes the values in place.</summary>
    /// <param name="state">Handed to the change, so that it needs no closure.</param>
    /// <param name="change">Gets the values, row by row.</param>
    /// <exception cref="InvalidOperationException">As for <see cref="Update(ReadOnlySpan{T})"/>.</exception>
    public void Update<TState>(TState state, SpanAction<T, TState> change)
        where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(change);
        Node<T> updated = RequireUpdatable();
        try
        {
            change(updated.Span, state);
        }
        finally
        {
            // Also what the change itself recorded has read values that are gone.
            updated.Owner().Stamp = Changes.Next();
        }
    }

    /// <summary>The node, if the values may be changed.</summary>
    internal Node<T> RequireUpdatable()
    {
        Node<T> updated = Readable;
        if (updated.Recording is not null) { Throw.UpdateOfResult(updated.Shape); }
        if (!updated.Layout.IsDense) { Throw.NotDense(updated.Shape); }
        if (updated.Owner().IsTracked && Autograd.IsRecording) { Throw.UpdateWhileRecording(updated.Shape); }
        return updated;
    }
}
