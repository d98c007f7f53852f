using System.Globalization;
using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>An array of the reference vectors, row-major; integers and booleans are read as numbers.</summary>
internal sealed record VectorArray(int[] Shape, double[] Data)
{
    public static VectorArray Zeros(int[] shape) => new(shape, new double[shape.Aggregate(1, (length, next) => length * next)]);

    public static VectorArray Read(JsonElement array) =>
        new([.. array.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())], Numbers(array.GetProperty("data")));

    /// <summary>A list of arrays, with null for those that have no value.</summary>
    public static VectorArray?[] ReadList(JsonElement list) =>
        [.. list.EnumerateArray().Select(array => array.ValueKind == JsonValueKind.Null ? null : Read(array))];

    /// <summary>A bare list of numbers, or an array with its shape.</summary>
    public static VectorArray ReadFlat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? new([element.GetArrayLength()], Numbers(element)) : Read(element);

    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => double.Parse(element.GetString()!, CultureInfo.InvariantCulture),
        _ => element.GetDouble(),
    };

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];
}
