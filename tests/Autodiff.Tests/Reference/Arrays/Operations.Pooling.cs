using System.Numerics;
using System.Text.Json;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Windows.</content>
internal static partial class Operations
{
    private static Variable<T>? Pooled<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The names end with the number of axes: 1d, 2d, 3d.
        if (!call.Op.Contains("_pool", StringComparison.Ordinal) || call.Settings.Flag("return_indices")) { return null; }
        int axes = call.Op[^2] - '0';
        if (call.Op.StartsWith("adaptive", StringComparison.Ordinal)) { return PooledInParts(call, ForEachAxis(call, "output_size", axes)); }
        int[] window = ForEachAxis(call, "kernel_size", axes), stride = call.Settings.Integers("stride"), padding = call.Settings.Integers("padding");
        bool ceiling = call.Settings.Flag("ceil_mode");
        return call.Op[..^2] switch
        {
            "max_pool" => MaxPool(call.A, window, stride, padding, call.Settings.Integers("dilation"), ceiling),
            "avg_pool" => AveragePool(call.A, window, stride, padding, ceiling, CountsPadding(call), DivisorOf(call)),
            _ => null,
        };
    }

    private static Variable<T> PooledInParts<T>(Call<T> call, int[] lengths)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Op.Contains("max", StringComparison.Ordinal) ? AdaptiveMaxPool(call.A, lengths) : AdaptiveAveragePool(call.A, lengths);

    private static Variable<T>[]? PooledWithPlaces<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!call.Op.Contains("max_pool", StringComparison.Ordinal)) { return null; }
        int axes = call.Op[^2] - '0';
        if (call.Op.StartsWith("adaptive", StringComparison.Ordinal))
        {
            return Pair(AdaptiveMaxPoolWithIndices(call.A, ForEachAxis(call, "output_size", axes)));
        }

        return Pair(MaxPoolWithIndices(
            call.A,
            ForEachAxis(call, "kernel_size", axes),
            call.Settings.Integers("stride"),
            call.Settings.Integers("padding"),
            call.Settings.Integers("dilation"),
            call.Settings.Flag("ceil_mode")));
    }

    private static Variable<T>[] Pair<T>((Variable<T> Values, Indices Indices) found)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [found.Values, Create<T>([.. found.Indices.Select(T.CreateChecked)], found.Values.Shape.Lengths)];

    private static bool CountsPadding<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        !call.Settings.Has("count_include_pad") || call.Settings.Flag("count_include_pad");

    private static int? DivisorOf<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Settings.Has("divisor_override") ? call.Settings.Integer("divisor_override", 0) : null;

    // One number stands for all axes, and null for the length that there is.
    private static int[] ForEachAxis<T>(Call<T> call, string key, int axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement found = call.Settings.Find(key)!.Value;
        JsonElement[] given = found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [found];
        if (given.Length != 1 && given.Length != axes) { throw new NotSupportedException($"{given.Length} numbers for {axes} axes"); }
        if (given.Length == 1 && axes > 1) { given = [.. Enumerable.Repeat(given[0], axes)]; }
        return [.. given.Select((number, k) => number.ValueKind == JsonValueKind.Null ? call.A.Shape[k - given.Length] : number.GetInt32())];
    }
}
