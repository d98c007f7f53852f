using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using Autodiff.Diagnostics;

namespace Autodiff;

// Questions: one answer for all elements, or an exception.
public readonly partial struct Lanes
{
    /// <summary>Whether all numbers are equal; false if all differ.</summary>
    /// <exception cref="InvalidOperationException">Some are equal, others are not.</exception>
    public static bool operator ==(Lanes left, Lanes right) =>
        Agreed(Vector512.Equals(left.elements, right.elements), left, right);

    /// <summary>Whether all numbers differ; false if all are equal.</summary>
    /// <exception cref="InvalidOperationException">Some are equal, others are not.</exception>
    public static bool operator !=(Lanes left, Lanes right) => !(left == right);

    /// <summary>Whether all numbers are less than the others; false if none is.</summary>
    /// <exception cref="InvalidOperationException">Some are less, others are not.</exception>
    public static bool operator <(Lanes left, Lanes right) => right > left;

    /// <summary>Whether all numbers are greater than the others; false if none is.</summary>
    /// <exception cref="InvalidOperationException">Some are greater, others are not.</exception>
    public static bool operator >(Lanes left, Lanes right) =>
        Agreed(Vector512.GreaterThan(left.elements, right.elements), left, right);

    /// <summary>Whether all numbers are at most the others; false if none is.</summary>
    /// <exception cref="InvalidOperationException">Some are at most the others, others are not.</exception>
    public static bool operator <=(Lanes left, Lanes right) => right >= left;

    /// <summary>Whether all numbers are at least the others; false if none is.</summary>
    /// <exception cref="InvalidOperationException">Some are at least the others, others are not.</exception>
    public static bool operator >=(Lanes left, Lanes right) => Agreed(Vector512.GreaterThanOrEqual(left.elements, right.elements), left, right);

    /// <summary>Compares the numbers; the order must be the same for all.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public int CompareTo(Lanes other) => Equals(other) ? 0 : Common(this).CompareTo(Common(other));

    /// <summary>Compares the numbers; the order must be the same for all.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a number of this type.</exception>
    public int CompareTo(object? obj) =>
        obj is null ? 1 : obj is Lanes other ? CompareTo(other) : throw new ArgumentException("Not a number of this type.", nameof(obj));

    /// <summary>Whether each number is the other's, NaN being itself. == asks for an answer that all give.</summary>
    [MethodImpl(AggressiveInlining)]
    public bool Equals(Lanes other)
    {
        Vector512<double> areNaN = Vector512.IsNaN(elements) & Vector512.IsNaN(other.elements);
        return (Vector512.Equals(elements, other.elements) | areNaN).AsInt64() == Vector512<long>.AllBitsSet;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Lanes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        for (int i = 0; i < Count; i++) { hash.Add(this[i]); }
        return hash.ToHashCode();
    }

    /// <summary>The numbers, as in <c>[1, 2, 3, 4, 5, 6, 7, 8]</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The numbers, each in the format given.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        string[] texts = new string[Count];
        for (int i = 0; i < Count; i++) { texts[i] = this[i].ToString(format, formatProvider ?? CultureInfo.InvariantCulture); }
        return $"[{string.Join(", ", texts)}]";
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    // What a recording asks of every number: a slope that is not finite in any element is kept where it stands.
    [MethodImpl(AggressiveInlining)]
    static bool INumberBase<Lanes>.IsFinite(Lanes value) =>
        Vector512.LessThanOrEqualAll(Vector512.Abs(value.elements), Vector512.Create(double.MaxValue));

    private static double Common(Lanes x)
    {
        double first = x.elements[0];
        if (!x.Equals(first)) { Throw.LanesDiffer(x); }
        return first;
    }

    private static bool Agreed(Vector512<double> answers, Lanes left, Lanes right)
    {
        ulong yes = answers.ExtractMostSignificantBits();
        if (yes is not (0 or (1 << Count) - 1)) { Throw.LanesDisagree(left, right); }
        return yes != 0;
    }
}
