using System.Diagnostics.CodeAnalysis;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

public readonly unsafe partial struct Scalar<T>
{
    // Each operator hands its operands through as they are and records in the constructor: see there.

    /// <summary>A constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static implicit operator Scalar<T>(T value) => new(value, T.Zero, 0, null);

    /// <summary>The sum.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> left, Scalar<T> right) =>
        new(left, right, left.value + right.value, left.pending, right.pending);

    /// <summary>The sum with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> left, T right) => new(left.value + right, left.pending, left.node | ScalarNode<T>.Borrowed, left.tape);

    /// <summary>The sum with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator +(T left, Scalar<T> right) => new(left + right.value, right.pending, right.node | ScalarNode<T>.Borrowed, right.tape);

    /// <summary>The difference.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> left, Scalar<T> right) =>
        new(left, right, left.value - right.value, left.pending, -right.pending);

    /// <summary>The difference with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> left, T right) => new(left.value - right, left.pending, left.node | ScalarNode<T>.Borrowed, left.tape);

    /// <summary>The difference with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(T left, Scalar<T> right) => new(left - right.value, -right.pending, right.node | ScalarNode<T>.Borrowed, right.tape);

    /// <summary>The product.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> left, Scalar<T> right) =>
        new(left, right, left.value * right.value, right.value * left.pending, left.value * right.pending);

    /// <summary>The product with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> left, T right) => new(left.value * right, left.pending * right, left.node | ScalarNode<T>.Borrowed, left.tape);

    /// <summary>The product with a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator *(T left, Scalar<T> right) =>
        new(left * right.value, left * right.pending, right.node | ScalarNode<T>.Borrowed, right.tape);

    /// <summary>The quotient.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator /(Scalar<T> left, Scalar<T> right)
    {
        T quotient = left.value / right.value, inverse = T.One / right.value;
        return new(left, right, quotient, inverse * left.pending, -(quotient / right.value) * right.pending);
    }

    /// <summary>The quotient by a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator /(Scalar<T> left, T right) =>
        new(left.value / right, left.pending / right, left.node | ScalarNode<T>.Borrowed, left.tape);

    /// <summary>The quotient of a constant.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator /(T left, Scalar<T> right)
    {
        T quotient = left / right.value, partial = -(quotient / right.value);
        T pending = partial * right.pending;
        return T.IsFinite(pending) ? new(quotient, pending, right.node | ScalarNode<T>.Borrowed, right.tape) : Settle(quotient, partial, right);
    }

    /// <summary>The remainder, with the sign of the dividend.</summary>
    public static Scalar<T> operator %(Scalar<T> left, Scalar<T> right) => Apply(default(Remainder), left, right);

    /// <summary>The negative.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> value) =>
        new(-value.value, -value.pending, value.node | ScalarNode<T>.Borrowed, value.tape);

    /// <summary>The number itself.</summary>
    public static Scalar<T> operator +(Scalar<T> value) => value;

    /// <summary>The number plus 1.</summary>
    public static Scalar<T> operator ++(Scalar<T> value) => value + T.One;

    /// <summary>The number minus 1.</summary>
    public static Scalar<T> operator --(Scalar<T> value) => value - T.One;

    /// <summary>Whether the values are equal.</summary>
    public static bool operator ==(Scalar<T> left, Scalar<T> right) => left.value == right.value;

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(Scalar<T> left, Scalar<T> right) => left.value != right.value;

    /// <summary>Whether the value is less than another.</summary>
    public static bool operator <(Scalar<T> left, Scalar<T> right) => left.value < right.value;

    /// <summary>Whether the value is greater than another.</summary>
    public static bool operator >(Scalar<T> left, Scalar<T> right) => left.value > right.value;

    /// <summary>Whether the value is at most another.</summary>
    public static bool operator <=(Scalar<T> left, Scalar<T> right) => left.value <= right.value;

    /// <summary>Whether the value is at least another.</summary>
    public static bool operator >=(Scalar<T> left, Scalar<T> right) => left.value >= right.value;

    /// <summary>Compares the values.</summary>
    public int CompareTo(Scalar<T> other) => value.CompareTo(other.value);

    /// <summary>Compares the values.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a number of this type.</exception>
    public int CompareTo(object? obj) =>
        obj is null ? 1 : obj is Scalar<T> other ? CompareTo(other) : throw new ArgumentException("Not a number of this type.", nameof(obj));

    /// <summary>Whether value and history are both the same; == compares the values only. A constant has no history, however it was computed.</summary>
    public bool Equals(Scalar<T> other) =>
        value.Equals(other.value)
        && ((!IsActive && !other.IsActive) || (pending.Equals(other.pending) && node == other.node && tape == other.tape));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Scalar<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode();

    /// <summary>The value as text.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The value as text, in the format given.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => value.ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        value.TryFormat(destination, out charsWritten, format, provider);
}
