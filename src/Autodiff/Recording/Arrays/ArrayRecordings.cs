using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <summary>The recordings of arrays at one level of a thread: one for each type of element.</summary>
internal sealed class ArrayRecordings
{
    private Recording<float>? ofFloat;
    private Recording<double>? ofDouble;

    /// <summary>The recording of this type, if there has been one yet. Which field it is, is a constant to the JIT.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Recording<T>? Recording<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Unsafe.As<Recording<T>?>(ofFloat) : typeof(T) == typeof(double) ? Unsafe.As<Recording<T>?>(ofDouble) : null;

    internal Recording<T> Open<T>(ThreadContext context)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) { ofFloat = new(context); }
        else if (typeof(T) == typeof(double)) { ofDouble = new(context); }
        else { Throw.ElementType(typeof(T)); }
        return Recording<T>()!;
    }

    /// <summary>Refuses what would end a recording in the middle of its sweep.</summary>
    internal void RequireNoSweep()
    {
        ofFloat?.RequireNoSweep();
        ofDouble?.RequireNoSweep();
    }

    internal void Close()
    {
        ofFloat?.Close();
        ofDouble?.Close();
    }

    internal void Rewind()
    {
        ofFloat?.Rewind();
        ofDouble?.Rewind();
    }
}
