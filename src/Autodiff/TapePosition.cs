using System.Numerics;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// A place in a recording of numbers, from <see cref="Autograd.Position{T}"/>: a sweep can end there, and the recording can be taken back to it. So a loop
/// whose turns do not depend on each other records, sweeps and rewinds each of them, in the memory of one.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
public readonly unsafe struct TapePosition<T> : IEquatable<TapePosition<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal TapePosition(ScalarTape<T>* tape, int count, (int Partials, int Index) terms)
    {
        Tape = tape;
        Count = count;
        Terms = terms;
    }

    internal ScalarTape<T>* Tape { get; }

    internal int Count { get; }

    internal (int Partials, int Index) Terms { get; }

    /// <summary>Whether both are the same place.</summary>
    public static bool operator ==(TapePosition<T> left, TapePosition<T> right) => left.Equals(right);

    /// <summary>Whether they are different places.</summary>
    public static bool operator !=(TapePosition<T> left, TapePosition<T> right) => !left.Equals(right);

    /// <summary>Whether both are the same place.</summary>
    public bool Equals(TapePosition<T> other) => Tape == other.Tape && Count == other.Count;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TapePosition<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((nint)Tape, Count);
}
