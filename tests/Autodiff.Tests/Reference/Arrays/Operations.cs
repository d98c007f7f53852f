using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>The operations of the vectors on recorded arrays, by the names they have there.</summary>
internal static partial class Operations
{
    // Operations along an axis, to which the vectors hand a value without axes as one with a single element.
    private static readonly string[] AlongAnAxis =
    [
        "sum", "mean", "prod", "amax", "amin", "max", "min", "logsumexp", "norm", "cumsum", "cumprod", "logcumsumexp", "softmax", "log_softmax", "softmin",
        "gather", "sort", "topk", "flip",
    ];

    /// <summary>The results of an operation, or null for one that does not exist.</summary>
    public static Variable<T>[]? Apply<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool hasNoAxes = call.MayCompose && call.X is [{ Rank: 0 }, ..] && AlongAnAxis.Contains(call.Op) && AxisOf(call.Settings) is 0 or -1;
        if (!hasNoAxes) { return ApplyToAxes(call); }
        Variable<T>[]? results = ApplyToAxes(call with { X = [.. call.X.Select(x => x.Rank == 0 ? x.Reshape(1) : x)] });
        return results == null ? null : [.. results.Select(result => result.Length == 1 ? result.Reshape([]) : result)];
    }

    private static Variable<T>[]? ApplyToAxes<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ApplyToOne(call) is { } result
            ? [result]
            : Pieces(call) ?? WithPlaces(call) ?? OfMatricesWithSign(call) ?? Recurrence(call) ?? AttendedByHeads(call)
            ?? PooledWithPlaces(call) ?? NormalizedBatch(call);

    private static int? AxisOf(Settings settings) =>
        settings.Integers("dim") is [int dim] ? dim : settings.Integers("dims") is [int other] ? other : null;

    /// <summary>The result of an operation that has one.</summary>
    public static Variable<T>? ApplyToOne<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Unary(call) ?? Binary(call) ?? WithScalar(call) ?? Reduction(call) ?? Shaping(call) ?? OfMatrices(call) ?? Multiplied(call)
        ?? Convolved(call) ?? Pooled(call) ?? Normalized(call) ?? Loss(call) ?? Attended(call);
}
