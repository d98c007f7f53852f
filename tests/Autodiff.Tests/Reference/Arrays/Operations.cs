using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>The operations of the vectors on recorded arrays, by the names they have there.</summary>
internal static partial class Operations
{
    /// <summary>The results of an operation, or null for one that does not exist.</summary>
    public static Variable<T>[]? Apply<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ApplyToOne(call) is { } result
            ? [result]
            : Pieces(call) ?? WithPlaces(call) ?? OfMatricesWithSign(call) ?? Recurrence(call) ?? AttendedByHeads(call)
            ?? PooledWithPlaces(call) ?? NormalizedBatch(call);

    /// <summary>The result of an operation that has one.</summary>
    public static Variable<T>? ApplyToOne<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Unary(call) ?? Binary(call) ?? WithScalar(call) ?? Reduction(call) ?? Shaping(call) ?? OfMatrices(call) ?? Multiplied(call)
        ?? Convolved(call) ?? Pooled(call) ?? Normalized(call) ?? Loss(call) ?? Attended(call);
}
