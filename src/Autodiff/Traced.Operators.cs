using System.Diagnostics.CodeAnalysis;
using Autodiff.Ops;

namespace Autodiff;

public readonly partial struct Traced<T>
{
    /// <summary>A constant.</summary>
    public static implicit operator Traced<T>(T value) => new(value, null);

    /// <summary>The sum.</summary>
    public static Traced<T> operator +(Traced<T> left, Traced<T> right) => Apply(default(Add), left, right);

    /// <summary>The difference.</summary>
    public static Traced<T> operator -(Traced<T> left, Traced<T> right) => Apply(default(Subtract), left, right);

    /// <summary>The product.</summary>
    public static Traced<T> operator *(Traced<T> left, Traced<T> right) => Apply(default(Multiply), left, right);

    /// <summary>The quotient.</summary>
    public static Traced<T> operator /(Traced<T> left, Traced<T> right) => Apply(default(Divide), left, right);

    /// <summary>The remainder, with the sign of the dividend.</summary>
    public static Traced<T> operator %(Traced<T> left, Traced<T> right) => Apply(default(Remainder), left, right);

    /// <summary>The negative.</summary>
    public static Traced<T> operator -(Traced<T> value) => Apply(default(Negate), value);

    /// <summary>The number itself.</summary>
    public static Traced<T> operator +(Traced<T> value) => value;

    /// <summary>The number plus 1.</summary>
    public static Traced<T> operator ++(Traced<T> value) => value + T.One;

    /// <summary>The number minus 1.</summary>
    public static Traced<T> operator --(Traced<T> value) => value - T.One;

    /// <summary>Whether two constants are equal.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator ==(Traced<T> left, Traced<T> right) => left.Observe() == right.Observe();

    /// <summary>Whether two constants differ.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator !=(Traced<T> left, Traced<T> right) => left.Observe() != right.Observe();

    /// <summary>Whether a constant is less than another.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator <(Traced<T> left, Traced<T> right) => left.Observe() < right.Observe();

    /// <summary>Whether a constant is greater than another.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator >(Traced<T> left, Traced<T> right) => left.Observe() > right.Observe();

    /// <summary>Whether a constant is at most another.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator <=(Traced<T> left, Traced<T> right) => left.Observe() <= right.Observe();

    /// <summary>Whether a constant is at least another.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public static bool operator >=(Traced<T> left, Traced<T> right) => left.Observe() >= right.Observe();

    /// <summary>Compares two constants.</summary>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public int CompareTo(Traced<T> other) => Observe().CompareTo(other.Observe());

    /// <summary>Compares two constants.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a number of this type.</exception>
    /// <exception cref="InvalidOperationException">One of them depends on an input.</exception>
    public int CompareTo(object? obj) =>
        obj is null ? 1 : obj is Traced<T> other ? CompareTo(other) : throw new ArgumentException("Not a number of this type.", nameof(obj));

    /// <summary>
    /// Whether both are the same number of the graph, or constants of the same value. No value of a number that depends on an input is
    /// looked at: two that were computed apart are not equal.
    /// </summary>
    public bool Equals(Traced<T> other) => node == other.node && (node is not null || Value.Equals(other.Value));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Traced<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => node is null ? Value.GetHashCode() : node.GetHashCode();

    /// <summary>The value as text.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The value as text, in the format given.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, format, provider);
}
