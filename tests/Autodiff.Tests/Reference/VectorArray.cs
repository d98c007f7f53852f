using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>An array of the reference vectors, row-major; integers and booleans are read as numbers.</summary>
internal sealed record VectorArray(int[] Shape, double[] Data)
{
    public static VectorArray Zeros(int[] shape) => new(shape, new double[shape.Aggregate(1, (length, next) => length * next)]);

    /// <summary>What is known of an array that is not written out; its data are empty then.</summary>
    public Probe? Probe { get; private init; }

    public static VectorArray Read(JsonElement array)
    {
        int[] shape = [.. array.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
        if (array.TryGetProperty("probe", out JsonElement probe)) { return new(shape, []) { Probe = Probe.Read(probe) }; }
        return array.TryGetProperty("gen", out JsonElement formula) ? Generated(shape, formula) : new(shape, Numbers(array.GetProperty("data")));
    }

    /// <summary>The elements of a recorded array.</summary>
    public static VectorArray Of<T>(Variable<T> array)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new([.. array.Shape.Lengths], [.. array.ToArray().Select(double.CreateTruncating)]);

    /// <summary>A recorded array of these elements.</summary>
    public Variable<T> ToVariable<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Create<T>([.. Data.Select(T.CreateTruncating)], Shape);

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

    // Quadratic residues, spread evenly and without a pattern.
    private static VectorArray Generated(int[] shape, JsonElement formula)
    {
        VectorArray array = Zeros(shape);
        long k = formula.GetProperty("k").GetInt64();
        double scale = Number(formula.GetProperty("scale")), offset = Number(formula.GetProperty("offset"));
        for (long i = 0; i < array.Data.Length; i++)
        {
            long residue = ((i * i % 1021 * (31 + (2 * k))) + (i * (17 + k)) + (7 * k) + 3) % 1021;
            array.Data[i] = ((residue - 510) / 256.0 * scale) + offset;
        }

        return array;
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];
}
