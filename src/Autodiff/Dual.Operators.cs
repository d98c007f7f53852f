using System.Diagnostics.CodeAnalysis;
using Autodiff.Ops;

namespace Autodiff;

public readonly partial struct Dual<T>
{
    /// <summary>A number without a tangent.</summary>
    [MethodImpl(AggressiveInlining)]
    public static implicit operator Dual<T>(T value) => new(value, T.Zero);

    /// <summary>The sum.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Dual<T> operator +(Dual<T> left, Dual<T> right) => new(left.Value + right.Value, left.Tangent + right.Tangent);

    /// <summary>The difference.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> left, Dual<T> right) => new(left.Value - right.Value, left.Tangent - right.Tangent);

    /// <summary>The product.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> left, Dual<T> right) => Apply(default(Multiply), left, right);

    /// <summary>The quotient.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> left, Dual<T> right) => Apply(default(Divide), left, right);

    /// <summary>The remainder, with the sign of the dividend.</summary>
    public static Dual<T> operator %(Dual<T> left, Dual<T> right) => Apply(default(Remainder), left, right);

    /// <summary>The negative.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> value) => new(-value.Value, -value.Tangent);

    /// <summary>The number itself.</summary>
    public static Dual<T> operator +(Dual<T> value) => value;

    /// <summary>The number plus 1.</summary>
    public static Dual<T> operator ++(Dual<T> value) => new(value.Value + T.One, value.Tangent);

    /// <summary>The number minus 1.</summary>
    public static Dual<T> operator --(Dual<T> value) => new(value.Value - T.One, value.Tangent);

    /// <summary>Whether the values are equal.</summary>
    public static bool operator ==(Dual<T> left, Dual<T> right) => left.Value == right.Value;

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(Dual<T> left, Dual<T> right) => left.Value != right.Value;

    /// <summary>Whether the value is less than another.</summary>
    public static bool operator <(Dual<T> left, Dual<T> right) => left.Value < right.Value;

    /// <summary>Whether the value is greater than another.</summary>
    public static bool operator >(Dual<T> left, Dual<T> right) => left.Value > right.Value;

    /// <summary>Whether the value is at most another.</summary>
    public static bool operator <=(Dual<T> left, Dual<T> right) => left.Value <= right.Value;

    /// <summary>Whether the value is at least another.</summary>
    public static bool operator >=(Dual<T> left, Dual<T> right) => left.Value >= right.Value;

    /// <summary>Compares the values.</summary>
    public int CompareTo(Dual<T> other) => Value.CompareTo(other.Value);

    /// <summary>Compares the values.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a number of this type.</exception>
    public int CompareTo(object? obj) =>
        obj is null ? 1 : obj is Dual<T> other ? CompareTo(other) : throw new ArgumentException("Not a number of this type.", nameof(obj));

    /// <summary>Whether value and tangent are both the same; == compares the values only.</summary>
    public bool Equals(Dual<T> other) => Value.Equals(other.Value) && Tangent.Equals(other.Tangent);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Dual<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Tangent);

    /// <summary>Value and tangent, as in <c>2 + 1ε</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>Value and tangent, each in the format given.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        $"{Value.ToString(format, formatProvider)} + {Tangent.ToString(format, formatProvider)}ε";

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }
}
