using System.Runtime.Intrinsics;
using Autodiff.Ops;

namespace Autodiff;

public readonly partial struct Lanes
{
    /// <summary>The same number eight times.</summary>
    [MethodImpl(AggressiveInlining)]
    public static implicit operator Lanes(double value) => new(Vector512.Create(value));

    /// <summary>The sums.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Lanes operator +(Lanes left, Lanes right) => new(left.elements + right.elements);

    /// <summary>The differences.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Lanes operator -(Lanes left, Lanes right) => new(left.elements - right.elements);

    /// <summary>The products.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Lanes operator *(Lanes left, Lanes right) => new(left.elements * right.elements);

    /// <summary>The quotients.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Lanes operator /(Lanes left, Lanes right) => new(left.elements / right.elements);

    /// <summary>The remainders, with the sign of the dividend.</summary>
    public static Lanes operator %(Lanes left, Lanes right) => Of(default(Remainder).Forward(left.Lane, right.Lane));

    /// <summary>The negatives.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Lanes operator -(Lanes value) => new(-value.elements);

    /// <summary>The numbers themselves.</summary>
    public static Lanes operator +(Lanes value) => value;

    /// <summary>The numbers plus 1.</summary>
    public static Lanes operator ++(Lanes value) => value + 1;

    /// <summary>The numbers minus 1.</summary>
    public static Lanes operator --(Lanes value) => value - 1;
}
